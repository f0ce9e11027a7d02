export const trouble: typeof import('../vi/trouble.ts').trouble = {
  clockQuestion: {
    heading: 'Which time is right?',
    lead: "The server's clock was changed. The office goes on by the time as it was, tickets and calls too, until a supervisor says which time is right.",
    askSupervisor: 'Please tell a supervisor.',
    office: 'Time as it was',
    officeHelp: "Nothing changes. Afterwards please set the server's clock.",
    officeIsRight: 'Time as it was is right',
    machine: "The server's clock",
    machineIsRight: "The server's clock is right",
    endsNothing: 'Nothing ends.',
    endsSession: 'The session that is open now ends: kiosks give no more tickets. Tickets that were given stay valid.',
    endsDay: (tickets, counters) =>
      `The business day that is open now ends: ${tickets} ${tickets === 1 ? 'ticket expires' : 'tickets expire'}${counters === 0 ? '' : `, ${counters} ${counters === 1 ? 'counter closes' : 'counters close'}`}.`,
  },

  trouble: {
    heading: 'Needs attention',
    storage: 'Cannot write to the disk. No tickets or calls until this is fixed.',
    clock:
      "The server's clock is wrong. The office is running on the time that a supervisor chose. Please set the server's clock.",
    journal: (missing, unfit) =>
      `Today's journal is damaged: ${missing} ${missing === 1 ? 'event is' : 'events are'} missing, ${unfit} no longer ${unfit === 1 ? 'fits' : 'fit'} and ${unfit === 1 ? 'is' : 'are'} left out. Check the disk and keep the copy of the damaged lines; see “If the journal is damaged” in the README. Give a new number to visitors whose number is no longer known.`,
    stranded: (count, first) =>
      `${count} ${count === 1 ? 'ticket is' : 'tickets are'} waiting for a service that no counter serves: ${first.join(', ')}${count > first.length ? ' …' : ''}. Open the list “All”, choose each and press “Call this number”.`,
    muchPriority: (priority, waiting) =>
      `${priority} of ${waiting} waiting visitors have priority, so visitors with a regular ticket may wait a very long time. Open another counter if you can.`,
    printer: {
      'paper-low': 'The printer is running out of paper.',
      'paper-out': 'The printer is out of paper.',
      'cover-open': 'The cover of the printer is open.',
      error: 'The printer reports an error.',
      unreachable: 'The printer cannot be reached.',
    },
    missing: {
      ownMachine: (kind) => `${kind} on the server’s machine`,
      since: (clock) =>
        `has had no connection since ${clock}. Please check the screen, its power and its network cable.`,
      dismiss: 'Checked',
    },
    burst: {
      title: (kiosk, clock) => `${kiosk ?? 'Ticket kiosk'}, ${clock}:`,
      counted: (tickets, seconds) =>
        `${tickets} tickets in ${seconds} seconds. Please check whether someone is taking many.`,
      dismiss: 'Checked',
    },
    kind: { ticket: 'Ticket', 'come-back-slip': 'Return slip' },
    state: {
      waiting: 'waiting to be printed',
      unknown: 'may or may not be printed',
      abandoned: 'was not printed',
    },
    reprint: 'Reprint',
    dismiss: 'Dismiss',
  },
};
