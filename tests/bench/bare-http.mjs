// The least that a server can do for a durable ticket: reads a request, appends as many bytes as a ticket has, syncs, answers. Prints its
// address. The argument is the path of the file.
import { fdatasync, openSync, write } from 'node:fs';
import { createServer } from 'node:http';

/** The bytes that one ticket adds to the journal, and those of the server's answer. */
const LINE = Buffer.alloc(420, '.');
const ANSWER = JSON.stringify({ ticket: '.'.repeat(180) });
const file = openSync(process.argv[2] ?? '', 'w');
let position = 0;

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (piece) => {
    text += piece;
  });
  request.on('end', () => {
    JSON.parse(text);
    write(file, LINE, 0, LINE.length, position, (failed) => {
      if (failed) throw failed;
      fdatasync(file, (error) => {
        if (error) throw error;
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': ANSWER.length }).end(ANSWER);
      });
    });
    position += LINE.length;
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
