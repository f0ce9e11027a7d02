/** Asks CUPS how a job ended. Its commands do not show this: `lpstat` lists an aborted job like a printed one. */
import { request } from 'node:http';
import type { DurationMs } from '../../../shared/time.ts';

/** `job-state` of RFC 8011, section 5.3.7. */
const STATES: Record<number, JobEnd> = { 7: 'cancelled', 8: 'aborted', 9: 'completed' };
const ANSWER_BYTES = 65_536;

export type JobEnd = 'cancelled' | 'aborted' | 'completed';

/**
 * Null when CUPS does not know: it may keep no history of jobs. `server` is the output of `lpstat -H`: `localhost:631`, or the
 * path of a socket. Rejects when CUPS cannot be reached or does not answer within `timeout`.
 */
export async function jobEnd(server: string, jobId: number, timeout: DurationMs): Promise<JobEnd | null> {
  const answer = await post(server, `/jobs/${jobId}`, getJobState(jobId), timeout);
  const name = Buffer.from('\x23\x00\x09job-state\x00\x04', 'latin1');
  const at = answer.indexOf(name) + name.length;
  const state = at < name.length || at + 4 > answer.length ? 0 : answer.readInt32BE(at);
  return STATES[state] ?? null;
}

/** A request for the attribute `job-state` of one job, in the encoding of RFC 8010. */
function getJobState(jobId: number): Buffer {
  const getJobAttributes = [1, 1, 0, 9, 0, 0, 0, 1];
  const [operationGroup, end] = [1, 3];
  return Buffer.concat([
    Buffer.from([...getJobAttributes, operationGroup]),
    attribute(0x47, 'attributes-charset', 'utf-8'),
    attribute(0x48, 'attributes-natural-language', 'en'),
    attribute(0x45, 'job-uri', `ipp://localhost/jobs/${jobId}`),
    attribute(0x44, 'requested-attributes', 'job-state'),
    Buffer.from([end]),
  ]);
}

function attribute(tag: number, name: string, value: string): Buffer {
  const length = (text: string) => [text.length >> 8, text.length & 0xff];
  return Buffer.concat([
    Buffer.from([tag, ...length(name)]),
    Buffer.from(name),
    Buffer.from(length(value)),
    Buffer.from(value),
  ]);
}

function post(server: string, path: string, body: Buffer, timeout: DurationMs): Promise<Buffer> {
  const [, host, port = '631'] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(server) ?? [];
  const where = server.startsWith('/') ? { socketPath: server } : { host, port };
  const headers = { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' };
  return new Promise((resolve, reject) => {
    const asked = request(
      { ...where, path, method: 'POST', headers, signal: AbortSignal.timeout(timeout) },
      (answer) => {
        let bytes = Buffer.alloc(0);
        answer.on('data', (data: Buffer) => {
          bytes = Buffer.concat([bytes, data]);
          if (bytes.length > ANSWER_BYTES) asked.destroy(new Error('the answer of CUPS is too long'));
        });
        answer.on('end', () => resolve(bytes));
        answer.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
