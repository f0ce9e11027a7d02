import type { BurstView, MissingScreen, PrintJobView } from '../../shared/protocol/views/trouble.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import type { DeskProps } from '../connection/desk.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';

/** Problems of the office, missing screens, unusual bursts of tickets, and print jobs about which a clerk must decide. */
export function Trouble({ view, commands }: DeskProps) {
  const { storage, clock, printer } = view.health;
  const damage = view.supervisor?.journalDamage;
  const mistakes = view.supervisor?.fileMistakes ?? [];
  const muchPriority = view.supervisor?.muchPriority;
  const text = words().trouble;
  const sentences = [
    ...(storage === 'ok' ? [] : [text.storage]),
    ...(clock === 'wrong' ? [text.clock] : []),
    ...(printer === 'ok' ? [] : [text.printer[printer]]),
    ...(mistakes.length > 0 ? [words().manage.refusedFile.heading(mistakes.length)] : []),
    ...(damage && damage.missing + damage.unfit > 0 ? [text.journal(damage.missing, damage.unfit)] : []),
    ...(view.stranded.count === 0 ? [] : [text.stranded(view.stranded.count, view.stranded.numbers)]),
    ...(muchPriority ? [text.muchPriority(muchPriority.priority, muchPriority.waiting)] : []),
  ];
  const some = [sentences, view.missingScreens, view.bursts, view.prints].some((list) => list.length > 0);
  return (
    // It scrolls where it is long, and may hold nothing else that takes the focus.
    <div class="trouble-place" role="status" tabIndex={some ? 0 : undefined}>
      {some && (
        <section class="trouble" aria-labelledby="trouble">
          <h2 id="trouble">
            <span class="state-mark watch" aria-hidden="true" />
            {text.heading}
          </h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <ul class="rows">
            {view.missingScreens.map((screen) => (
              <Missing key={screen.id} screen={screen} commands={commands} timeZone={view.office.timeZone} />
            ))}
            {view.bursts.map((burst) => (
              <Burst key={burst.id} burst={burst} commands={commands} timeZone={view.office.timeZone} />
            ))}
            {view.prints.map((job) => (
              <Job key={job.id} job={job} commands={commands} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A screen that is off, has crashed or has lost its network: a clerk should look at it. */
function Missing({
  screen,
  commands,
  timeZone,
}: Pick<DeskProps, 'commands'> & { screen: MissingScreen; timeZone: string }) {
  const text = words().trouble.missing;
  const { kinds } = words().manage;
  const { id, kind, name, counterNumber, since } = screen;
  const own = counterNumber === null ? kinds[kind] : `${kinds.sign} ${counterNumber}`;
  return (
    <li class="print-job">
      <span class="grow">
        <b>{name ?? text.ownMachine(own)}</b> {text.since(wallClock(since, timeZone))}
      </span>
      <Press label={`${text.dismiss}: ${name ?? own}`} onPress={() => void commands.dismissScreen(id)}>
        {text.dismiss}
      </Press>
    </li>
  );
}

/** Many tickets in a short time: a clerk should look whether a person takes them for others, or children play. */
function Burst({ burst, commands, timeZone }: Pick<DeskProps, 'commands'> & { burst: BurstView; timeZone: string }) {
  const text = words().trouble.burst;
  const { kioskName, tickets, seconds, at } = burst;
  return (
    <li class="print-job">
      <span class="grow">
        <b>{text.title(kioskName, wallClock(at, timeZone))}</b> {text.counted(tickets, seconds)}
      </span>
      <Press onPress={() => void commands.dismissBurst(burst.id)}>{text.dismiss}</Press>
    </li>
  );
}

function Job({ job, commands }: Pick<DeskProps, 'commands'> & { job: PrintJobView }) {
  const text = words().trouble;
  return (
    <li class="print-job">
      <span class="grow">
        {text.kind[job.kind]} <b>{job.number}</b> {text.state[job.state]}
      </span>
      {job.state !== 'waiting' && (
        <>
          <Press label={`${text.reprint}: ${job.number}`} onPress={() => void commands.print('reprint', job.id)}>
            {text.reprint}
          </Press>
          <Press label={`${text.dismiss}: ${job.number}`} onPress={() => void commands.print('dismiss', job.id)}>
            {text.dismiss}
          </Press>
        </>
      )}
    </li>
  );
}
