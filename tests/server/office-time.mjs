// Loaded into the server's process before the server itself: the test sets the clock, and lets time pass by messages.
const machine = Date.now;
const elapsed = performance.now.bind(performance);
const ahead = Number(process.env.OFFICE_TIME_AHEAD);
let passed = 0;
Date.now = () => machine() + ahead + passed;
// Without this the server would see a clock that was set, not time that passed.
performance.now = () => elapsed() + passed;

process.on('message', (minutes) => {
  passed += Number(minutes) * 60_000;
  process.send?.(ahead + passed);
});
// The test process has ended, so the server ends too.
process.on('disconnect', () => process.exit());
