// Loaded into a server by `--import`. On each message it answers with the longest time in milliseconds for which the event loop was held
// since the message before, and with the processor time of all threads since the start. The message 'rest' also ends watching, which
// itself takes processor time; 'watch' begins it again.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });

process.on('message', (message) => {
  const { user, system } = process.cpuUsage();
  process.send?.({ longest: delay.max / 1e6, processor: (user + system) / 1e3 });
  if (message === 'watch') delay.enable();
  if (message === 'rest') delay.disable();
  delay.reset();
});
// The channel must not keep the server alive.
process.channel?.unref();
