import { clock, date } from '../common.ts';
import { common } from './common.ts';

export const rejections: typeof import('../vi/rejections.ts').rejections = {
  UnknownService: () => 'There is no such service. Please choose one from the list.',
  ServiceNotServed: () => 'No counter serves this service at present. Please ask our staff.',
  UnknownTicketClass: () => 'There is no such priority group. Please choose one from the list.',
  UnknownTicket: () => 'There is no such number today. Please check the number on the ticket.',
  UnknownCounter: () => 'There is no such counter. Please choose one from the list.',
  UnknownScreen: () => 'There is no such screen. Please check the id at the end of the address.',
  UnknownKiosk: () => 'There is no such kiosk. Please check the id at the end of the address.',
  OfficeClosed: ({ opensAt }, timeZone) =>
    opensAt === null
      ? 'The office is closed, so no tickets are available. Please see the opening hours at the door.'
      : `The office is closed, so no tickets are available. It opens at ${clock(opensAt, timeZone)}, ${date(opensAt, timeZone, 'en')}.`,
  NoSessionLeft: ({ opensAt }, timeZone) =>
    opensAt === null
      ? 'There is no other session today. Please see the opening hours at the door.'
      : `There is no other session today. Please come back at ${clock(opensAt, timeZone)}, ${date(opensAt, timeZone, 'en')}.`,
  DayClosed: () => "Today's work is over. Please open the counter on the next working day.",
  DailyLimitReached: ({ limit }) =>
    `All ${limit} tickets for this service have been issued today. Please come back on the next working day or ask our staff.`,
  IssuingStopped: () =>
    'No more tickets are given for this service today. Please come back on the next working day, or ask at the information desk.',
  SetupInvalid: ({ problems }) =>
    problems.length === 1
      ? 'One entry is not right. Correct it and save again.'
      : `${problems.length} entries are not right. Correct them and save again.`,
  SetupChanged: ({ by, at }, timeZone) =>
    `The set-up was changed by ${by ?? 'the server'} at ${clock(at, timeZone)}. Look at that change, then save again.`,
  ChangeTouchesVisitors: () =>
    'This change affects people who wait or have an appointment. Choose how it is to be made.',
  UnknownVersion: () => 'This version of the set-up is not kept any more. Choose one from the list.',
  KioskPaused: ({ retryInSeconds }) =>
    `This kiosk is paused because many tickets were taken in a row. Please wait ${retryInSeconds} seconds; one ticket per person is enough.`,
  UnknownBurst: () => 'This alert is no longer open. A colleague may have dealt with it.',
  NoSuchSlot: () => 'This time cannot be booked. Please choose one from the list.',
  SlotFull: ({ startsAt }, timeZone) =>
    `All places at ${clock(startsAt, timeZone)} are taken. Please choose another time.`,
  UnknownAppointment: () =>
    'There is no appointment with this code. Please check the code, or take an ordinary ticket.',
  AppointmentUsed: ({ number }) =>
    `This appointment was already used for number ${number}. Please wait until ${number} is called.`,
  AppointmentWasCancelled: () => 'This appointment was cancelled. Please take an ordinary ticket or book again.',
  AppointmentOnAnotherDay: ({ startsAt }, timeZone) =>
    `This appointment is at ${clock(startsAt, timeZone)}, ${date(startsAt, timeZone, 'en')}. Please come on that day, or take an ordinary ticket for today.`,
  NobodyWaiting: () => 'No one is waiting for this counter.',
  CounterClosed: () => 'The counter is closed. Please open it first.',
  CounterPaused: () => 'The counter is paused. Please resume work first.',
  CounterNotPaused: () => 'The counter is not paused.',
  CounterTaken: ({ clerkName }) => `${clerkName} is working at this counter. Please choose another one.`,
  CounterBusy: ({ number }) => `Number ${number} is at the counter. Please finish it first.`,
  NobodyAtCounter: () => 'No number has been called to this counter. Please call one first.',
  OtherTicketAtCounter: ({ number }) =>
    `Number ${number} is at the counter now, not the one you meant. Please check and press again.`,
  ClerkElsewhere: ({ counterNumber }) =>
    `This account is working at counter ${counterNumber}. Please close that counter first.`,
  NotYourCounter: () => 'Someone else is working at this counter. Please use your own counter.',
  WrongState: ({ number, ticketStatus }) =>
    `Number ${number} is ${common.statuses[ticketStatus]}, so this cannot be done.`,
  SameService: () => 'The ticket is already in this service. Please choose another one to transfer it to.',
  ReturnTooLate: ({ number, minutes }) =>
    `Number ${number} returned after the ${minutes}-minute limit. Please take a new number.`,
  AlreadyPostponed: ({ number }) => `Number ${number} has already been postponed once.`,
  PostponedTooLong: ({ minutes }) => `A ticket can be postponed by at most ${minutes} minutes.`,
  PostponedPastClosing: ({ until }, timeZone) =>
    `The session ends at ${clock(until, timeZone)}, before the time you asked for. Please choose a shorter time or wait for your turn.`,
  AlreadyRated: ({ number }) => `Number ${number} has been rated already. Thank you.`,
  RatedTooSoon: ({ retryInSeconds }) => `A rating has just been sent. Please try again in ${retryInSeconds} seconds.`,
  UnknownVote: () => 'This rating was not found. Please rate again.',
  VoteSettled: () => 'This rating has been recorded and can no longer be changed.',
  UnknownLevel: ({ levels }) => `The rating must be from 1 to ${levels}. Please choose again.`,
  NoClockQuestion: () => 'The question about the time has been answered already, or is no longer open.',
  UnknownPrintJob: () => 'This print job no longer exists. It may have been dealt with already.',

  InvalidRequest: ({ detail }) => `The request is not valid (${detail}). Please check it and send it again.`,
  UnknownRequest: () => 'The server does not recognise this request. Please reload the page.',
  RequestIdReused: () => 'This request id was used for another request. Please send it again with a new id.',
  RequestTooLarge: () => 'The request is too large. Please shorten it and send it again.',
  ForeignOrigin: () => 'The request came from another web site and was not accepted.',
  SignInRequired: () => 'Please sign in to continue.',
  WrongPassword: () => 'User name or password is wrong. Please try again.',
  TooManyAttempts: ({ retryInSeconds }) => `Too many wrong attempts. Please try again in ${retryInSeconds} seconds.`,
  SupervisorOnly: () => 'Only a supervisor may do this. Please ask one.',
  NotPaired: () => 'This device is not allowed to work yet. Please ask a supervisor to approve its pairing code.',
  UnknownDevice: () => 'No such device, or its pairing code has expired. Please check the code on the screen.',
  UnknownStaff: () => 'No such member of staff. Please reload the list.',
  UserNameTaken: () => 'This user name is taken. Please choose another one.',
  LastSupervisor: () => 'This is the last supervisor. Please add another supervisor first.',
  ClerkAtCounter: ({ counterNumber }) =>
    `This person is working at counter ${counterNumber}. Please close that counter first.`,
  NotFound: () => 'There is no such page.',
  ClipMissing: ({ clip }) =>
    `The clip ${clip} is missing, so this call cannot be spoken. See Voice on the manage page.`,

  StorageUnavailable: () =>
    'The server cannot save data at the moment, so the request was not carried out. Please tell our staff and try again in a few minutes.',
  ConnectionLost: () =>
    'The connection to the server was lost; whether the request was carried out is unknown. Please try again.',
  InternalError: () =>
    'Something went wrong on the server, so the request was not carried out. Please try again or tell our staff.',
};
