import type { paper as vi } from '../vi/paper.ts';

export const paper: typeof vi = {
  ticket: 'Queue number',
  comeBackSlip: 'Return slip',
  reprint: 'Reprint',
  counters: (numbers) => (/^\d+$/.test(numbers) ? `Counter ${numbers}` : `Counters ${numbers}`),
  priority: (className) => `Priority: ${className}`,
  dossiers: (count, inTurns) =>
    inTurns === null ? `${count} applications` : `${count} applications – ${inTurns} per turn`,
  appointment: (clock) => `Appointment at ${clock}`,
  turn: 'Your turn, about',
  ahead: 'people ahead',
  left: (people) => `${people} ${people === 1 ? 'person' : 'people'} ahead`,
  next: 'You are next',
  calledFrom: 'Called from',
  counter: 'Return to counter',
  comeBackBefore: 'Come back before',
  scan: 'Scan to track your turn',
  missed: (minutes) => `Missed it? Tell the counter within ${minutes} minutes.`,
  keep: 'Please keep this ticket until you have finished.',
  comeBack:
    'When your papers are complete, come back before this time and tell the counter. You do not need a new number.',
  taken: (moment) => `Taken at ${moment}`,
  printed: (moment) => `Printed at ${moment}`,
  telephone: (hotline) => `Tel. ${hotline}`,
};
