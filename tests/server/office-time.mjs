// Loaded into the server's process before the server itself: the office's day starts when the test says and passes at its word.
const machine = Date.now;
let ahead = Number(process.env.OFFICE_TIME_AHEAD);
Date.now = () => machine() + ahead;

process.on('message', (minutes) => {
  ahead += Number(minutes) * 60_000;
  process.send?.(ahead);
});
// The test is gone, so is its server.
process.on('disconnect', () => process.exit());
