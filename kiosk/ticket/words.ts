import { wordsOf } from '../../shared/client/language.ts';
import { ticket as en } from '../../shared/words/en/ticket.ts';
import { ticket as vi } from '../../shared/words/vi/ticket.ts';

export const ticketWords = wordsOf({ vi, en });
