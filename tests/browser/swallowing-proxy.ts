import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy in place of the network. While it swallows, connections stay open and nothing passes in either direction. */
export class SwallowingProxy {
  readonly #server = createServer((near) => this.#join(near));
  readonly #sockets = new Set<Socket>();
  readonly #target: number;
  #swallows = false;

  private constructor(target: number) {
    this.#target = target;
  }

  /** Forwards to this port of this machine. */
  static async open(target: number): Promise<SwallowingProxy> {
    const proxy = new SwallowingProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Connections that were open or begun meanwhile stay dead when the network is back, as their bytes are lost. */
  swallow(): void {
    this.#swallows = true;
  }

  restore(): void {
    this.#swallows = false;
  }

  /** Resolves when the next connection is made. */
  async connection(): Promise<void> {
    await once(this.#server, 'connection');
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #join(near: Socket): void {
    const far = connect(this.#target, '127.0.0.1');
    let dead = this.#swallows;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (bytes) => {
        dead ||= this.#swallows;
        if (!dead) to.write(bytes);
      });
      from.on('close', () => {
        this.#sockets.delete(from);
        // A swallowing network also loses the news that a connection has ended.
        if (!dead && !this.#swallows) to.destroy();
      });
      from.on('error', () => from.destroy());
    }
  }
}
