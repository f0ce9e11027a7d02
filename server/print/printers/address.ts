import { parsePrinterAddress } from '../../setup/office/printer-address.ts';
import { DeviceFilePrinter } from './device-file-printer.ts';
import type { PreviewPrinter } from './preview-printer.ts';
import type { PrinterDevice } from './printer-device.ts';
import { SpooledPrinter } from './spooled-printer.ts';
import { TcpPrinter } from './tcp-printer.ts';

/** The printer at an address of set-up, or null when the address is not valid. */
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
