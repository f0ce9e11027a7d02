/** A lobby TV that receives its views and does nothing with them. Implements as much of Engine.IO 4 and Socket.IO 5 as a screen needs. */
import { type BareClient, connectBare } from './bare-websocket.ts';

const OPEN = '0';
const PING = '2';
const PONG = '3';
const CONNECT = '40/display,';
const VIEW = '42/display,["view"';

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
  const client = await connectBare(`${address}/socket.io/?EIO=4&transport=websocket`, (message, answer) => {
    if (message.startsWith(VIEW)) shown();
    else if (message === PING) answer.send(PONG);
    else if (message.startsWith(OPEN)) answer.send(CONNECT);
  });
  await first;
  return {
    nextView,
    pause: () => client.pause(),
    resume: () => client.resume(),
    close: () => client.close(),
  };
}
