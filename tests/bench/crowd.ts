import { fork } from 'node:child_process';
import { once } from 'node:events';

/** One client: what it connects as, and what its handshake says. */
export interface Client {
  audience: 'display' | 'desk' | 'phone';
  auth?: object;
  headers?: Record<string, string>;
}

export interface Crowd {
  /** Ends all clients; resolves with what they have received since all had their first view. */
  leave(): Promise<{ views: number; bytes: number }>;
}

/** Connects the clients; resolves when each has its first view. */
export async function gather(address: string, clients: Client[]): Promise<Crowd> {
  const crowd = fork('tests/bench/crowd.mjs');
  const failed = once(crowd, 'exit').then(() => Promise.reject(new Error('The process of the crowd has ended.')));
  crowd.send({ address, clients });
  await Promise.race([once(crowd, 'message'), failed]);
  return {
    async leave() {
      crowd.send('end');
      const [received] = await Promise.race([once(crowd, 'message'), failed]);
      return received;
    },
  };
}
