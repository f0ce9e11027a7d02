import type { Rejection } from '../../shared/protocol/rejections.ts';

/** Nobody knows whether these were carried out, or it is only too early. Any other refusal is a clear no. */
export function mayRetry({ code }: Rejection): boolean {
  return (
    code === 'ConnectionLost' || code === 'InternalError' || code === 'StorageUnavailable' || code === 'KioskPaused'
  );
}
