/** The sockets of all screens on one server. */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Audience } from '../../../shared/protocol/protocol.ts';
import { isSameOrigin } from '../access.ts';
import { type AudienceRules, LiveAudience } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';
import { deskRules } from './desk.ts';
import { displayRules } from './display.ts';
import { kioskRules } from './kiosk.ts';
import { PhoneAudience } from './phone.ts';
import { printerRules } from './printer.ts';
import { ratingRules } from './rating.ts';

/** No request of a screen comes near this size. */
const MESSAGE_BYTES = 16_384;

export interface SocketServer {
  /** Shows the office as it is now to every screen: health or papers changed, which are no events. */
  refresh(): void;
  stop(): Promise<void>;
}

export function openSocketServer(http: HttpServer, dependencies: SocketDependencies): SocketServer {
  const io = new Server(http, {
    serveClient: false,
    transports: ['websocket'],
    maxHttpBufferSize: MESSAGE_BYTES,
    // A screen learns within 15 s that the server is gone.
    pingInterval: 5_000,
    pingTimeout: 10_000,
    allowRequest: (request, decide) => decide(null, isSameOrigin(request)),
  });
  const audience = <A extends Audience, Who, View>(rules: AudienceRules<A, Who, View>) =>
    new LiveAudience(io.of(`/${rules.name}`), rules, dependencies, () => desk.refresh(true));
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

  const following = [
    // One by one: when the view of one audience breaks, the others still get theirs.
    ...audiences.map((each) =>
      dependencies.engine.subscribe((events, states, at) => {
        const alive = events.length === 0;
        // A session may be over by time alone.
        if (alive) each.recheck();
        each.publish(states, at, alive);
      }),
    ),
    dependencies.engine.subscribe((events) => phones.publish(events)),
    dependencies.accounts.subscribe(() => {
      for (const each of audiences) each.recheck();
      // Only desks show accounts and devices: an unpaired device that connects again and again must not keep the hall's screens busy.
      desk.refresh(true);
    }),
  ];
  return {
    refresh() {
      for (const each of audiences) each.refresh(false);
    },
    async stop() {
      for (const stopFollowing of following) stopFollowing();
      for (const each of [...audiences, phones]) each.stop();
      await io.close();
    },
  };
}
