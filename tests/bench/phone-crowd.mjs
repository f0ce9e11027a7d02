// The telephones of many visitors, in a process of their own: what they take of the machine is not what the server takes.
// Sent the server's address and the tickets, it answers when every telephone has shown its ticket; asked to go, it answers with
// the number of views that came since. They speak Engine.IO 4 and Socket.IO 5 themselves, which costs little.
import { WebSocket } from 'ws';

/** Telephones that knock at once. */
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

process.on('message', async (/** @type {{ address: string, ticketIds: string[] } | 'go'} */ order) => {
  if (order === 'go') {
    process.send?.(views, () => process.exit());
    return;
  }
  for (let from = 0; from < order.ticketIds.length; from += TOGETHER)
    await Promise.all(order.ticketIds.slice(from, from + TOGETHER).map((ticket) => open(order.address, ticket)));
  views = 0;
  process.send?.('ready');
});
// Nobody is left to ask.
process.on('disconnect', () => process.exit());
