import type { Plugin } from 'vite';

const PACKAGES = /\/node_modules\/(?:(?:socket|engine)\.io-client|socket\.io-parser|engine\.io-parser)\/build\/esm\//;

/** Modules by the end of their path, and what is left of them. */
const REPLACED = {
  // Our pages connect by WebSocket only.
  'engine.io-client/build/esm/transports/index.js':
    "import { WS } from './websocket.js';\nexport const transports = { websocket: WS };",
  // Our messages are JSON without binary parts.
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': 'export const decode = (text) => text;',
  'socket.io-parser/build/esm/is-binary.js': 'export const isBinary = () => false, hasBinary = isBinary;',
  'socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }), reconstructPacket = (packet) => packet;',
};

/**
 * Leaves out what our pages never use of socket.io-client: transports, binary messages, and the entry that takes addresses apart. The
 * packages do not offer a smaller part by themselves; it is 5 KB of the first script of each page.
 */
export function websocketOnly(): Plugin {
  return {
    name: 'den-luot-websocket-only',
    apply: 'build',
    transform(code, id) {
      if (!PACKAGES.test(id)) return null;
      const replaced = Object.entries(REPLACED).find(([end]) => id.endsWith(end))?.[1];
      return { code: replaced ?? code, map: null, moduleSideEffects: false };
    },
  };
}
