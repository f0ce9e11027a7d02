import { encode } from 'uqr';
import { ticketAddress } from '../../shared/protocol/pages.ts';

interface TicketCodeProps {
  officeAddress: string;
  ticketId: string;
  /** The text for screen readers. */
  label: string;
}

/** The QR code that opens the ticket on a telephone. */
export function TicketCode({ officeAddress, ticketId, label }: TicketCodeProps) {
  return <Qr content={ticketAddress(officeAddress, ticketId)} label={label} />;
}

export function Qr({ content, label }: { content: string; label: string }) {
  const { data, size } = encode(content, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
