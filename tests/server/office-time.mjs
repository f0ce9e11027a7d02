// Loaded into the server's process before the server itself: the test sets the office's time and moves it forward.
const machine = Date.now;
let ahead = Number(process.env.OFFICE_TIME_AHEAD);
Date.now = () => machine() + ahead;

process.on('message', (minutes) => {
  ahead += Number(minutes) * 60_000;
  process.send?.(ahead);
});
// Without its test the server ends.
process.on('disconnect', () => process.exit());
