// `npm start`. Old versions of Node must be able to read this file as far as the message, so it imports nothing up front.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  const { prepare, ready } = await import('../build/prepare.mjs');
  prepare();
  // Imported, not spawned: the server is this process, so signals, terminal and exit code need no forwarding.
  await import(ready.href);
} else {
  console.error(
    `Node ${process.versions.node} quá cũ. Hãy cài Node 24 (ít nhất 20.19 hoặc 22.12) từ https://nodejs.org rồi chạy lại.
Node ${process.versions.node} is too old. Install Node 24 (at least 20.19 or 22.12) from https://nodejs.org and start again.`,
  );
  process.exitCode = 1;
}
