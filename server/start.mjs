// `npm start`. An old version of Node must be able to parse this file and print the message, so there are no static imports.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  const { prepare, ready } = await import('../build/prepare.mjs');
  prepare();
  // Imported, not spawned: signals, terminal and exit code then need no forwarding.
  await import(ready.href);
} else {
  console.error(
    `Node ${process.versions.node} quá cũ. Vui lòng cài Node 24 (ít nhất 20.19 hoặc 22.12) từ https://nodejs.org rồi chạy lại.
Node ${process.versions.node} is too old. Install Node 24 (at least 20.19 or 22.12) from https://nodejs.org and start again.`,
  );
  process.exitCode = 1;
}
