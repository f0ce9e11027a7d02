import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from './prepare.mjs';

const PACKAGES = /\/node_modules\/(?:(?:socket|engine)\.io-client|socket\.io-parser|engine\.io-parser)\/build\/esm\//;

/** Modules by the end of their path, and what is left of them. */
const REPLACED = {
  // Our pages connect by WebSocket only.
  'engine.io-client/build/esm/transports/index.js':
    "import { WS } from './websocket.js';\nexport const transports = { websocket: WS };",
  // Our only address is the page's own origin.
  'engine.io-client/build/esm/contrib/parseuri.js': `export const parse = (origin) => {
  const [, protocol, host, port] = /^(\\w+):\\/\\/\\[?(.+?)\\]?(?::(\\d+))?$/.exec(origin);
  return { protocol, host, port };
};`,
  // Of queries, only those that the library writes itself; no limits of messages by HTTP, no timers of its own.
  'engine.io-client/build/esm/contrib/parseqs.js':
    "export const encode = (query) => Object.keys(query).map((key) => key + '=' + encodeURIComponent(query[key])).join('&'), decode = encode;",
  'engine.io-client/build/esm/util.js': `export const pick = () => ({}), byteLength = () => 0, randomString = () => '';
export function installTimerFunctions(each) {
  each.setTimeoutFn = setTimeout.bind(self);
  each.clearTimeoutFn = clearTimeout.bind(self);
}`,
  'engine.io-client/build/esm/globals.js': `export const nextTick = (call) => Promise.resolve().then(call);
export const globalThisShim = self;
export const defaultBinaryType = 'arraybuffer';
export const createCookieJar = () => undefined;`,
  // Our messages are JSON without binary parts.
  'engine.io-parser/build/esm/encodePacket.browser.js': `import { PACKET_TYPES } from './commons.js';
export const encodePacket = ({ type, data }, _binary, done) => done(PACKET_TYPES[type] + (data || ''));
export const encodePacketToBinary = encodePacket;`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
export const decodePacket = (text) => {
  const type = PACKET_TYPES_REVERSE[text[0]];
  return type ? { type, data: text.slice(1) } : ERROR_PACKET;
};`,
  'socket.io-parser/build/esm/index.js': `export * from ${JSON.stringify(join(ROOT, 'shared/client/text-packets.ts'))};`,
};

/** Without a namespace as a value, the bundler needs no code of its own in the pages. */
const PARSER = [
  /^import \* as parser from (.*);$/m,
  'import { Decoder, Encoder } from $1;\nconst parser = { Decoder, Encoder };',
] as const;

/**
 * Leaves out what our pages never use of socket.io-client: transports, binary messages, and the entry that takes addresses apart. The
 * packages do not offer a smaller part by themselves; it is 7 KB of the first script of each page.
 */
export function websocketOnly(): Plugin {
  return {
    name: 'den-luot-websocket-only',
    apply: 'build',
    transform(code, id) {
      if (!PACKAGES.test(id)) return null;
      const replaced = Object.entries(REPLACED).find(([end]) => id.endsWith(end))?.[1];
      return { code: replaced ?? code.replace(...PARSER), map: null, moduleSideEffects: false };
    },
  };
}
