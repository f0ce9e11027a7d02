// The telephones of many visitors, in a process of its own, so that their work is not counted as the server's. On a message with the
// server's address and the tickets it answers when every telephone has its first view; on the message 'end' it answers with the number
// of views since then. Implements as much of Engine.IO 4 and Socket.IO 5 as is needed, which takes little time.
import { WebSocket } from 'ws';

/** How many telephones connect at the same time. */
const TOGETHER = 25;
let views = 0;

/**
 * Resolves with the first view.
 * @param {string} address
 * @param {string} ticket
 */
function open(address, ticket) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    socket.on('error', reject);
    socket.on('message', (data) => {
      const message = String(data);
      if (message.startsWith('0')) socket.send(`40/phone,${JSON.stringify({ ticket })}`);
      else if (message === '2') socket.send('3');
      else if (message.startsWith('44/phone,')) reject(new Error(message));
      else if (message.startsWith('42/phone,["view"')) {
        views += 1;
        resolve(views);
      }
    });
  });
}

process.on('message', async (/** @type {{ address: string, ticketIds: string[] } | 'end'} */ message) => {
  if (message === 'end') {
    process.send?.(views, () => process.exit());
    return;
  }
  for (let from = 0; from < message.ticketIds.length; from += TOGETHER)
    await Promise.all(message.ticketIds.slice(from, from + TOGETHER).map((ticket) => open(message.address, ticket)));
  views = 0;
  process.send?.('ready');
});
// The parent process has ended.
process.on('disconnect', () => process.exit());
