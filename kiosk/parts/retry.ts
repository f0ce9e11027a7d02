import type { Rejection } from '../../shared/protocol/rejections.ts';

/** Whether another try may succeed: the outcome is unknown, or it was only too early. Other refusals are final. */
export function mayRetry({ code }: Rejection): boolean {
  return (
    code === 'ConnectionLost' || code === 'InternalError' || code === 'StorageUnavailable' || code === 'KioskPaused'
  );
}
