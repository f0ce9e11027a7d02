/**
 * Screens that do as little work as possible: real ones have processors of their own, so that theirs is no part of what is measured.
 * Implements as much of Engine.IO 4 and Socket.IO 5 as a screen needs.
 */
import { randomUUID } from 'node:crypto';
import type { Result } from '../../shared/protocol/rejections.ts';
import { type BareClient, connectBare } from './bare-websocket.ts';

const OPEN = '0';
const PING = '2';
const PONG = '3';
/** The server's answer to the first request on a connection. */
const ANSWER = /^43\/desk,\d+\[(.*)\]$/s;

export interface BareTv extends Pick<BareClient, 'pause' | 'resume' | 'close'> {
  /** Resolves with the next view. */
  nextView(): Promise<void>;
}

/** Resolves when the TV has its first view. */
export async function openBareTv(address: string): Promise<BareTv> {
  let shown = (): void => undefined;
  const nextView = () =>
    new Promise<void>((resolve) => {
      shown = resolve;
    });
  const first = nextView();
  const client = await connect(address, 'display', {}, (message) => {
    if (message.startsWith('42/display,["view"')) shown();
  });
  await first;
  return {
    nextView,
    pause: () => client.pause(),
    resume: () => client.resume(),
    close: () => client.close(),
  };
}

export interface BareDesk extends Pick<BareClient, 'close'> {
  /** Sends a request of the clerk at the first counter; resolves with its answer, which must not be a refusal. */
  request(verb: `counter:${string}`): Promise<void>;
}

/** Resolves when the desk has its first view. `headers` are those of a session. */
export async function openBareDesk(address: string, headers: Record<string, string>): Promise<BareDesk> {
  let answered = (_: Result<unknown>): void => undefined;
  let shown = (): void => undefined;
  const first = new Promise<void>((resolve) => {
    shown = resolve;
  });
  const client = await connect(address, 'desk', headers, (message) => {
    const answer = ANSWER.exec(message)?.[1];
    if (answer !== undefined) answered(JSON.parse(answer));
    else if (message.startsWith('42/desk,["view"')) shown();
  });
  await first;
  return {
    async request(verb) {
      const body = JSON.stringify([verb, { counterId: 'counter-1', requestId: randomUUID() }]);
      const answer = new Promise<Result<unknown>>((resolve) => {
        answered = resolve;
      });
      client.send(`42/desk,0${body}`);
      const done = await answer;
      if (!done.ok) throw new Error(`${verb} was refused: ${done.rejection.code}`);
    },
    close: () => client.close(),
  };
}

async function connect(
  address: string,
  audience: 'display' | 'desk',
  headers: Record<string, string>,
  onMessage: (message: string) => void,
): Promise<BareClient> {
  return await connectBare(
    `${address}/socket.io/?EIO=4&transport=websocket`,
    (message, client) => {
      if (message === PING) client.send(PONG);
      else if (message.startsWith(OPEN)) client.send(`40/${audience},`);
      else onMessage(message);
    },
    headers,
  );
}
