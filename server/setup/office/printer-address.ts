type PrinterAddress =
  | { kind: 'preview' }
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'device-file'; path: string }
  | { kind: 'spooled'; name: string };

const RAW_PORT = 9100;

/**
 * Parses `preview`, `tcp://host:9100` (with 9100 as the default port), `printer:NAME` for a printer of the operating system,
 * or the path of a device file; null for anything else.
 */
export function parsePrinterAddress(address: string): PrinterAddress | null {
  if (address === 'preview') return { kind: 'preview' };
  const tcp = /^tcp:\/\/(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?\/?$/i.exec(address);
  const host = tcp?.[1] ?? tcp?.[2];
  const port = Number(tcp?.[3] ?? RAW_PORT);
  if (host && port > 0 && port < 65_536) return { kind: 'tcp', host, port };
  // Not with a leading dash, which lp would take for an option.
  const name = /^printer:(\w[\w.-]*)$/.exec(address)?.[1];
  if (name) return { kind: 'spooled', name };
  return /^\/dev\/[\w/.-]+$/.test(address) && !address.includes('..') ? { kind: 'device-file', path: address } : null;
}
