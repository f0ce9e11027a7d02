// Loaded into the server's process before the server itself: the test sets the clock and moves it on by messages.
const machine = Date.now;
let ahead = Number(process.env.OFFICE_TIME_AHEAD);
Date.now = () => machine() + ahead;

process.on('message', (minutes) => {
  ahead += Number(minutes) * 60_000;
  process.send?.(ahead);
});
// The test process has ended, so the server ends too.
process.on('disconnect', () => process.exit());
