import { expect, it } from 'vitest';
import { screenOf } from '../../display/parts/address.ts';
import { frameOf } from '../../display/parts/orientation.ts';

it.each([
  ['auto', false, 'level'],
  ['auto', true, 'upright'],
  ['landscape', false, 'level'],
  ['landscape', true, 'level turned'],
  ['portrait', true, 'upright'],
  ['portrait', false, 'upright turned'],
] as const)('the orientation %s on a screen that is tall: %s gives the classes "%s"', (orientation, isTall, frame) => {
  expect(frameOf(orientation, isTall)).toBe(frame);
});

it.each([
  ['/display', {}],
  ['/display/', {}],
  ['/display/hall-2', { screen: 'hall-2' }],
  ['/legacy/display', {}],
  ['/legacy/display/hall-2/', { screen: 'hall-2' }],
])('the page at %s asks for the screen %j', (path, screen) => {
  expect(screenOf(path)).toEqual(screen);
});
