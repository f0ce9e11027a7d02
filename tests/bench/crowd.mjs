// Many screens or telephones in a process of its own, so that their work is not counted as the server's. On a message with the server's
// address and what each client asks for, it answers when every client has its first view; on the message 'end' it answers with the number
// of views and of bytes since then. Implements as much of Engine.IO 4 and Socket.IO 5 as is needed, which takes little time.
import { WebSocket } from 'ws';

/** How many clients connect at the same time. */
const TOGETHER = 25;
let views = 0;
let bytes = 0;

/**
 * Resolves with the first view.
 * @typedef {{ audience: string, auth?: object, headers?: Record<string, string> }} Client
 * @param {string} address
 * @param {Client} client
 */
function open(address, { audience, auth = {}, headers = {} }) {
  return new Promise((resolve, reject) => {
    const url = `${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    socket.on('error', reject);
    socket.on('message', (data) => {
      const message = String(data);
      bytes += Buffer.byteLength(message);
      if (message.startsWith('0')) socket.send(`40/${audience},${JSON.stringify(auth)}`);
      else if (message === '2') socket.send('3');
      else if (message.startsWith(`44/${audience},`)) reject(new Error(message));
      else if (message.startsWith(`42/${audience},["view"`)) {
        views += 1;
        resolve(views);
      }
    });
  });
}

process.on('message', async (/** @type {{ address: string, clients: Client[] } | 'end'} */ message) => {
  if (message === 'end') {
    process.send?.({ views, bytes }, () => process.exit());
    return;
  }
  for (let from = 0; from < message.clients.length; from += TOGETHER)
    await Promise.all(message.clients.slice(from, from + TOGETHER).map((client) => open(message.address, client)));
  [views, bytes] = [0, 0];
  process.send?.('ready');
});
// The parent process has ended.
process.on('disconnect', () => process.exit());
