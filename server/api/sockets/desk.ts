import * as v from 'valibot';
import { openingAt } from '../../../shared/calendar/hours.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import {
  appointmentRequests,
  burstRequests,
  printRequests,
  screenRequests,
  supervisorRequests,
  ticketRequests,
} from '../../../shared/protocol/requests.ts';
import type { DeskView, SupervisorView } from '../../../shared/protocol/views/desk.ts';
import type { BurstView } from '../../../shared/protocol/views/trouble.ts';
import type { CommandBody } from '../../queue/commands.ts';
import type { Burst } from '../../queue/state.ts';
import { burstsShown, deskView, muchPriority, votesApart } from '../../queue/views/desk.ts';
import type { StaffMember } from '../../setup/accounts/staff.ts';
import { staffActor } from '../access.ts';
import { parse } from '../parse.ts';
import { book, counterCommands, removeStaff, runCommand, runCounterCommand } from '../use-cases.ts';
import type { AudienceRules } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';
import { RecentAnswers } from './recent-answers.ts';
import { type Handler, parsed } from './request.ts';

/** What is the same for every desk; the second part is for supervisors only. */
type SharedView = Omit<DeskView, 'me' | 'supervisor'> & { forSupervisors: OfficeTrouble };
type OfficeTrouble = Pick<SupervisorView, 'fileMistakes' | 'journalDamage' | 'muchPriority' | 'votesApart'>;
type NamedHandler = [name: string, handler: Handler<StaffMember>];

/** `online` gives the ids of the paired devices that are connected. */
export function deskRules(
  dependencies: SocketDependencies,
  online: () => ReadonlySet<string>,
): AudienceRules<'desk', StaffMember, SharedView> {
  return {
    name: 'desk',
    pairsAs: null,
    admit: ({ staff }) => staff,
    view: ({ queue }, at) => ({
      ...deskView(queue, at, dependencies.health()),
      missingScreens: openingAt(queue.office, at).state === 'open' ? dependencies.presence.missing(queue.office) : [],
      bursts: burstsShown(queue, at).map((burst) => burstView(dependencies, burst)),
      forSupervisors: {
        fileMistakes: [...dependencies.fileMistakes()],
        journalDamage: dependencies.engine.journalDamage(),
        muchPriority: muchPriority(queue),
        votesApart: votesApart(queue),
      },
    }),
    complete: ({ forSupervisors, ...view }, { id, name, role }) => ({
      ...view,
      me: { id, name, role },
      supervisor: role === 'supervisor' ? { ...supervisorView(dependencies, online()), ...forSupervisors } : null,
    }),
    isUrgent: ({ by }, { id }) => by === `staff:${id}`,
    requests: new Map([
      ...counterHandlers(dependencies),
      ...ticketHandlers(dependencies),
      ...supervisorHandlers(dependencies),
      screenHandler(dependencies),
    ]),
  };
}

function burstView({ accounts }: SocketDependencies, { id, by, at, tickets, seconds }: Burst): BurstView {
  const kiosk = accounts.devices.list().find((device) => by === `device:${device.id}`);
  return { id, kioskName: kiosk?.name ?? null, at, tickets, seconds };
}

function supervisorView(
  { accounts, office }: SocketDependencies,
  online: ReadonlySet<string>,
): Omit<SupervisorView, keyof OfficeTrouble> {
  return {
    pairing: accounts.devices.pending().map(({ counter, ...device }) => ({
      ...device,
      kind: counter === null ? device.kind : 'sign',
      // Only a number that exists in the office: an unpaired device may send any text as its counter.
      counterNumber: office().counters.find(({ number }) => String(number) === counter)?.number ?? null,
    })),
    devices: accounts.devices.list().map((device) => ({ ...device, online: online.has(device.id) })),
    staff: accounts.staff.list().map(({ id, userName, name, role }) => ({ id, userName, name, role })),
  };
}

function counterHandlers({ engine }: SocketDependencies): NamedHandler[] {
  const withCounter = v.looseObject({ counterId: v.string() });
  return Object.entries(counterCommands).map(([verb, schema]) => [
    `counter:${verb}`,
    parsed(withCounter, async ({ counterId, ...payload }, caller) => {
      const command = parse(schema, payload);
      return command.ok ? runCounterCommand(engine, counterId, command.value, staffActor(caller)) : command;
    }),
  ]);
}

function ticketHandlers({ engine }: SocketDependencies): NamedHandler[] {
  const named = <Schema extends v.GenericSchema<unknown, { requestId: string }>>(
    name: string,
    schema: Schema,
    command: (payload: v.InferOutput<Schema>) => CommandBody,
  ): NamedHandler => [
    name,
    parsed(schema, (payload, caller) => runCommand(engine, command(payload), payload.requestId, staffActor(caller))),
  ];
  return [
    named('ticket:return', ticketRequests.return, ({ ticketId }) => ({ type: 'ReturnTicket', ticketId })),
    named('ticket:withdraw', ticketRequests.withdraw, ({ ticketId }) => ({ type: 'WithdrawTicket', ticketId })),
    named('ticket:settle-class', ticketRequests['settle-class'], ({ ticketId, ticketClass: classId }) => ({
      type: 'ConfirmPriority',
      ticketId,
      classId,
    })),
    named('ticket:reprint', ticketRequests.reprint, ({ ticketId }) => ({ type: 'ReprintTicket', ticketId })),
    ['appointment:book', parsed(appointmentRequests.book, (slot, caller) => book(engine, slot, staffActor(caller)))],
    named('appointment:cancel', appointmentRequests.cancel, ({ appointmentId }) => ({
      type: 'CancelAppointment',
      appointmentId,
    })),
    named('burst:dismiss', burstRequests.dismiss, ({ burstId }) => ({ type: 'DismissBurst', burstId })),
    named('print:reprint', printRequests.reprint, ({ jobId }) => ({ type: 'ReprintJob', jobId })),
    named('print:dismiss', printRequests.dismiss, ({ jobId }) => ({ type: 'DismissJob', jobId })),
  ];
}

function screenHandler({ presence }: SocketDependencies): NamedHandler {
  return [
    'screen:dismiss',
    parsed(screenRequests.dismiss, async ({ screenId }) => {
      presence.dismiss(screenId);
      return accept(null);
    }),
  ];
}

function supervisorHandlers({ engine, accounts: { devices, staff } }: SocketDependencies): NamedHandler[] {
  const recentAnswers = new RecentAnswers();
  type Schemas = typeof supervisorRequests;
  const named = <Name extends keyof Schemas>(
    name: Name,
    act: (payload: v.InferOutput<Schemas[Name]>, caller: StaffMember) => Promise<Result<null>>,
  ): NamedHandler => {
    const handler = parsed(supervisorRequests[name], (payload, caller: StaffMember) =>
      recentAnswers.once(caller.id, payload.requestId, name, () => act(payload, caller)),
    );
    return [
      name,
      async (input, caller) =>
        caller.role === 'supervisor' ? handler(input, caller) : refuse({ code: 'SupervisorOnly' }),
    ];
  };
  return [
    named('clock:answer', ({ requestId, questionId, trust }, caller) =>
      runCommand(engine, { type: 'AnswerClock', questionId, trust }, requestId, staffActor(caller)),
    ),
    named('device:accept', ({ code, name }) => devices.accept(code, name)),
    named('device:revoke', ({ deviceId }) => devices.revoke(deviceId)),
    named('staff:add', (person) => staff.add(person)),
    named('staff:password', ({ staffId, password }) => staff.setPassword(staffId, password)),
    named('staff:remove', ({ staffId }, caller) => removeStaff(engine, staff, staffId, staffActor(caller))),
  ];
}
