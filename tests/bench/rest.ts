/** Measures the processor time of a ticket through REST without paper, against a bare server that appends and syncs as many bytes. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { benchOffice } from './bench-office.ts';
import { atMost, type Figure, median, shown } from './figure.ts';
import { type RunningOffice, startOffice, startProbed } from './office.ts';

const WARM_UP = 1_500;
const TICKETS = 600;
const ROUNDS = 7;
const LIMIT = 2.5;
/** Nothing listens there. */
const NO_PRINTER = { ...benchOffice.printer, address: 'tcp://127.0.0.1:9' };

export async function rest(folder: string): Promise<Figure[]> {
  const office = await startOffice(join(folder, 'rest'), { probed: true, office: { printer: NO_PRINTER } });
  const bare = await startProbed('tests/bench/bare-http.mjs', { args: [join(folder, 'rest.bare')] });
  try {
    return [await measure(office, bare, 1), await measure(office, bare, 20)];
  } finally {
    await office.stop();
    await bare.stop();
  }
}

async function measure(office: RunningOffice, bare: RunningOffice, callers: number): Promise<Figure> {
  const [ours, least]: [number[], number[]] = [[], []];
  for (const server of [office, bare]) await issueMany(server, WARM_UP, callers);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timePerTicket(office, callers));
    least.push(await timePerTicket(bare, callers));
  }
  const ratio = median(ours.map((time, round) => time / (least[round] ?? Number.NaN)));
  const note = `   (${median(ours).toFixed(2)} ms : ${median(least).toFixed(2)} ms)`;
  const name = `processor time of an unprinted ticket through REST, ${callers} at a time : bare server`;
  return callers === 1
    ? atMost(LIMIT, name, ratio, { note })
    : shown(`  ${callers} at a time`, `${ratio.toFixed(2)}${note}`);
}

/** Milliseconds of processor time of all threads of the server. */
async function timePerTicket(server: RunningOffice, callers: number): Promise<number> {
  const probe = server.probe();
  const before = await probe.ask('rest');
  await issueMany(server, TICKETS, callers);
  const after = await probe.ask('rest');
  return (after.processor - before.processor) / TICKETS;
}

async function issueMany({ address }: RunningOffice, count: number, callers: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  let left = count;
  const caller = async (): Promise<void> => {
    for (; left > 0; left -= 1) await issue(address, agent);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  agent.destroy();
}

function issue(address: string, agent: Agent): Promise<void> {
  const body = JSON.stringify({ requestId: randomUUID(), serviceId: benchOffice.services[0]?.id });
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    request(`${address}/api/v1/tickets`, { agent, method: 'POST', headers }, (answer) => {
      if (answer.statusCode !== 201) reject(new Error(`A ticket was refused with ${answer.statusCode}.`));
      answer.resume().on('end', resolve);
    })
      .on('error', reject)
      .end(body);
  });
}
