import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../kiosk/parts/key-names.ts';

const meaning = (code: string, key: string, shiftKey = false) => meaningOf({ code, key, shiftKey });

describe('a digit', () => {
  it.each([
    ['of a number pad', 'Numpad4', '4'],
    ['of a number pad without Num Lock', 'Numpad4', 'ArrowLeft'],
    ['5 of a number pad without Num Lock', 'Numpad4', 'Clear'],
    ['of a keyboard', 'Digit4', '4'],
    ['of a keyboard with the Vietnamese layout', 'Digit4', 'ê'],
    ['of a keyboard with a French layout', 'Digit4', "'"],
    ['of a keyboard with an input method', 'Digit4', 'Process'],
    ['of a dead key', 'Digit4', 'Dead'],
    ['without a place, as from a remote control', '', '4'],
  ])('%s keeps its meaning', (_which, code, key) => {
    expect(meaning(code, key).name).toBe('4');
  });
});

describe('the other keys of a number pad', () => {
  it.each([
    ['NumpadSubtract', '-', '-'],
    ['NumpadAdd', '+', '+'],
    ['NumpadMultiply', '*', '*'],
    ['NumpadDivide', '/', '/'],
    ['NumpadDecimal', ',', '.'],
    ['NumpadDecimal', 'Delete', '.'],
    ['NumpadEnter', 'Enter', 'Enter'],
    ['Numpad0', 'Insert', '0'],
  ])('%s that the browser names %s is %s', (code, key, name) => {
    expect(meaning(code, key).name).toBe(name);
  });
});

describe('another key', () => {
  it.each([
    ['Escape', 'Escape'],
    ['Backspace', 'Backspace'],
    ['Enter', 'Enter'],
    ['ArrowDown', 'ArrowDown'],
    ['PageUp', 'PageUp'],
    ['KeyA', 'a'],
    ['Minus', '-'],
  ])('%s keeps its name', (code, key) => {
    expect(meaning(code, key).name).toBe(key);
  });

  it('of the star is the one with Shift on the digit 8', () => {
    expect(meaning('Digit8', '*', true).name).toBe('*');
  });
});

describe('the character of a scanner', () => {
  it.each([
    ['KeyA', 'A', false, 'a'],
    ['KeyA', 'a', true, 'A'],
    ['Digit1', 'ă', false, '1'],
    ['Semicolon', '¨', true, ':'],
    ['Slash', '-', false, '/'],
    ['Backslash', '#', true, '|'],
    ['KeyD', 'Process', false, 'd'],
    ['', 'đ', false, 'đ'],
  ])('at %s that the layout names %s is read by the place of the key', (code, key, shift, placed) => {
    expect(meaning(code, key, shift).placed).toBe(placed);
  });
});
