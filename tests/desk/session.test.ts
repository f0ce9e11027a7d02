import { expect, test } from 'vitest';
import { rejectionOf } from '../../desk/connection/session.ts';

test('reads the reason out of a problem', () => {
  expect(rejectionOf({ status: 401, code: 'WrongPassword' })).toEqual({ code: 'WrongPassword' });
});

test('keeps the waiting time after too many attempts', () => {
  const problem = { status: 429, code: 'TooManyAttempts', retryInSeconds: 17 };
  expect(rejectionOf(problem)).toEqual({ code: 'TooManyAttempts', retryInSeconds: 17 });
});

test('a name that no account can have is answered like a wrong password', () => {
  expect(rejectionOf({ code: 'InvalidRequest', detail: 'username' })).toEqual({ code: 'WrongPassword' });
});

test.each([null, 'gateway', [], {}, { code: 7 }, { code: 'Whatever' }])('%j is an error of the server', (problem) => {
  expect(rejectionOf(problem)).toEqual({ code: 'InternalError' });
});
