import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../../log.ts';

export class FolderInUse extends OperatorError {
  override readonly name = 'FolderInUse';

  constructor(folder: string) {
    super('folder-in-use', {
      vi:
        `Một Đến Lượt khác đang chạy trên thư mục dữ liệu ${folder}. Vui lòng dùng nó, hoặc tắt nó trước; ` +
        'cơ quan thứ hai trên máy này cần DATA_DIR và PORT riêng.',
      en:
        `Another Đến Lượt is running on the data folder ${folder}. Use that one, or stop it first; ` +
        'a second office on this machine needs a DATA_DIR and a PORT of its own.',
    });
  }
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Locks an existing folder against every other process of this machine, or throws `FolderInUse`. The lock is a local socket named after
 * the folder: the system releases it however the process ends, so that no stale lock is left.
 * Hazard: two containers that share the folder do not see each other's sockets.
 */
export async function lockFolder(folder: string, platform = process.platform): Promise<FolderLock> {
  const address = socketAddress(await realpath(folder), platform);
  const server = (await listen(address)) ?? (await listenAfterCrash(address));
  if (!server) throw new FolderInUse(folder);
  server.unref();
  return {
    release: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}

function socketAddress(realPath: string, platform: NodeJS.Platform): string {
  const name = `den-luot-${createHash('sha256').update(realPath).digest('hex').slice(0, 32)}`;
  switch (platform) {
    case 'linux':
      // An abstract socket, which has no file that could stay behind when the process ends.
      return `\0${name}`;
    case 'win32':
      return `\\\\.\\pipe\\${name}`;
    default:
      return join(tmpdir(), `${name}.sock`);
  }
}

/** Null when the address is in use. */
function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
  });
}

/** Removes the socket file of a crashed process, which does not answer, and listens again. Other kinds of sockets leave no file. */
async function listenAfterCrash(address: string): Promise<Server | null> {
  if (!address.endsWith('.sock') || (await isAnswered(address))) return null;
  await rm(address, { force: true });
  return listen(address);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
