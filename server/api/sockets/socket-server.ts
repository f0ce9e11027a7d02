/** The sockets of all screens on one server. */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Audience } from '../../../shared/protocol/protocol.ts';
import { isSameOrigin } from '../access.ts';
import { type AudienceRules, LiveAudience } from './audience.ts';
import type { LiveParts } from './dependencies.ts';
import { deskRules } from './desk.ts';
import { displayRules } from './display.ts';
import { kioskRules } from './kiosk.ts';
import { PhoneAudience } from './phone.ts';
import { printerRules } from './printer.ts';
import { ratingRules } from './rating.ts';

/** No request of a screen comes near this size. */
const MESSAGE_BYTES = 16_384;

export interface LiveDoor {
  /** Shows the office as it is now to every screen: health or papers changed, which are no events. */
  refresh(): void;
  stop(): Promise<void>;
}

export function openLiveDoor(http: HttpServer, parts: LiveParts): LiveDoor {
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
    new LiveAudience(io.of(`/${rules.name}`), rules, parts, () => desk.refresh(true));
  const devices = [audience(displayRules(parts)), audience(kioskRules(parts)), audience(ratingRules(parts))];
  const online = () => new Set(devices.flatMap((each) => each.devices()));
  const desk = audience(deskRules(parts, online));
  const audiences = [...devices, desk, audience(printerRules(parts))];
  const phones = new PhoneAudience(io.of('/phone'), parts);
  for (const each of [...audiences, phones]) each.start();

  const following = [
    // One by one: when the view of one audience breaks, the others still get theirs.
    ...audiences.map((each) =>
      parts.engine.subscribe((events, state, at) => {
        const alive = events.length === 0;
        // A session may be over by time alone.
        if (alive) each.recheck();
        each.publish(state, at, alive);
      }),
    ),
    parts.engine.subscribe((events) => phones.publish(events)),
    parts.setup.subscribe(() => {
      for (const each of audiences) each.recheck();
      // Only desks show accounts and devices: whoever knocks at the door again and again must not keep the hall's screens busy.
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
