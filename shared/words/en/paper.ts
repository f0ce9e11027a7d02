import type { paper as vi } from '../vi/paper.ts';

export const paper: typeof vi = {
  ticket: 'Queue ticket',
  comeBackSlip: 'Come-back slip',
  reprint: 'Reprint',
  priority: (className) => `Priority: ${className}`,
  dossiers: (count, inTurns) =>
    inTurns === null ? `${count} dossiers` : `${count} dossiers – ${inTurns} in each turn`,
  appointment: (clock) => `Appointment at ${clock}`,
  ahead: 'People before you',
  people: (count) => `${count} ${count === 1 ? 'person' : 'people'}`,
  wait: 'Expected wait',
  calledFrom: 'Called from',
  counter: 'Return to counter',
  validUntil: 'Valid until',
  scan: 'Scan to follow',
  keep: 'Please keep this ticket until you have finished.',
  comeBack: 'With your papers complete, come back before this time and tell the counter: no new number is needed.',
  thanks: 'Thank you!',
};
