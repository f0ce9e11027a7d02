import { DeviceFilePrinter } from './device-file-printer.ts';
import type { PreviewPrinter } from './preview-printer.ts';
import type { PrinterDevice } from './printer-device.ts';
import { SpooledPrinter } from './spooled-printer.ts';
import { TcpPrinter } from './tcp-printer.ts';

type PrinterAddress =
  | { kind: 'preview' }
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'device-file'; path: string }
  | { kind: 'spooled'; name: string };

const RAW_PORT = 9100;

/**
 * `preview`, `tcp://host:9100` (9100 may be left out), `printer:NAME` for a printer of the operating system, or the path of a
 * device file; null for anything else.
 */
export function parsePrinterAddress(address: string): PrinterAddress | null {
  if (address === 'preview') return { kind: 'preview' };
  const tcp = /^tcp:\/\/(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?\/?$/i.exec(address);
  const host = tcp?.[1] ?? tcp?.[2];
  const port = Number(tcp?.[3] ?? RAW_PORT);
  if (host && port > 0 && port < 65_536) return { kind: 'tcp', host, port };
  // A leading dash would be an option of lp.
  const name = /^printer:(\w[\w.-]*)$/.exec(address)?.[1];
  if (name) return { kind: 'spooled', name };
  return /^\/dev\/[\w/.-]+$/.test(address) && !address.includes('..') ? { kind: 'device-file', path: address } : null;
}

/** The printer at an address, or null when it names none. */
export function printerAt(address: string, preview: PreviewPrinter): PrinterDevice | null {
  const parsed = parsePrinterAddress(address);
  switch (parsed?.kind) {
    case undefined:
      return null;
    case 'preview':
      return preview;
    case 'tcp':
      return new TcpPrinter(parsed.host, parsed.port);
    case 'device-file':
      return new DeviceFilePrinter(parsed.path);
    case 'spooled':
      return new SpooledPrinter(parsed.name);
    default:
      return parsed satisfies never;
  }
}
