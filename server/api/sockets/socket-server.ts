/** The socket.io server for all screens and telephones. */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Audience } from '../../../shared/protocol/protocol.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { isSameOrigin } from '../access.ts';
import { type AudienceRules, ScreenAudience } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';
import { deskRules } from './desk.ts';
import { displayRules } from './display.ts';
import { kioskRules } from './kiosk.ts';
import { PhoneAudience } from './phone.ts';
import { printerRules } from './printer.ts';
import { ratingRules } from './rating.ts';

/** Far above the size of any request of a screen. */
const MESSAGE_BYTES = 16_384;

export interface SocketServer {
  /** Sends every screen the current state: for changes of health and of preview papers, which are not events of the journal. */
  refresh(): void;
  /** What the clocks of the signed-in desks show now; null where unknown, and for desks on the server's own machine. */
  deskClocks(): (EpochMs | null)[];
  stop(): Promise<void>;
}

export function openSocketServer(http: HttpServer, dependencies: SocketDependencies): SocketServer {
  const io = new Server(http, {
    serveClient: false,
    transports: ['websocket'],
    maxHttpBufferSize: MESSAGE_BYTES,
    // A screen notices within 7 s that the network swallows everything, and so does the server.
    pingInterval: 2_500,
    pingTimeout: 4_500,
    allowRequest: (request, decide) => decide(null, isSameOrigin(request)),
  });
  const audience = <A extends Audience, Caller, View>(rules: AudienceRules<A, Caller, View>) =>
    new ScreenAudience(io.of(`/${rules.name}`), rules, dependencies, () => desk.refresh());
  const devices = [
    audience(displayRules(dependencies)),
    audience(kioskRules(dependencies)),
    audience(ratingRules(dependencies)),
  ];
  const online = () => new Set(devices.flatMap((each) => each.devices()));
  const desk = audience(deskRules(dependencies, online));
  const audiences = [...devices, desk, audience(printerRules(dependencies))];
  const phones = new PhoneAudience(io.of('/phone'), dependencies);
  for (const each of [...audiences, phones]) each.start();

  dependencies.presence.onChange(() => desk.refresh());
  const unsubscribes = [
    // One subscription each: when building the view of one audience throws, the others still get theirs.
    ...audiences.map((each) =>
      dependencies.engine.subscribe((events, states, at) => {
        const isHeartbeat = events.length === 0;
        // Sessions expire without any event.
        if (isHeartbeat) each.recheck();
        each.publish(events, states, at, isHeartbeat);
      }),
    ),
    dependencies.engine.subscribe((events) => phones.publish(events)),
    dependencies.accounts.subscribe(() => {
      for (const each of audiences) each.recheck();
      // Only desks show accounts and devices: an unpaired device that keeps reconnecting must not cause traffic to all other screens.
      desk.refresh();
    }),
  ];
  return {
    refresh() {
      for (const each of audiences) each.refresh();
    },
    deskClocks: () => desk.clocks(),
    async stop() {
      for (const unsubscribe of unsubscribes) unsubscribe();
      for (const each of [...audiences, phones]) each.stop();
      await io.close();
    },
  };
}
