import { expect, it } from 'vitest';
import { joinView, splitView } from '../../shared/protocol/view-parts.ts';
import { announced, hallView } from '../display/views.ts';

const view = hallView();

it('gives a view back from its two parts', () => {
  expect(joinView<'display'>(splitView('display', view))).toEqual(view);
});

it('keeps the names of services out of the part that every ticket changes', () => {
  const { steady, moving } = splitView('display', view);
  expect(steady.services).toEqual(view.services.map(({ waiting: _, ...service }) => service));
  expect(moving.services).toEqual(view.services.map(({ waiting }) => ({ waiting })));
  expect(Object.keys(moving)).toEqual(['calls', 'missed', 'announcements', 'services', 'counters']);
});

it('sends less than 800 bytes for each change of a TV with four visitors served', () => {
  const numbers = ['A123', 'B045', 'C017', 'E208'];
  const at = Date.parse('2026-11-23T02:15:22Z');
  const served = hallView({
    calls: numbers.map((number, index) => ({
      number,
      counterNumber: index + 1,
      calledAt: at,
      status: index === 0 ? 'called' : 'serving',
    })),
    counters: view.counters.map((counter, index) => ({ ...counter, current: numbers[index] ?? null })),
    announcements: [announced(31, 'A123', 1, at)],
  });
  expect(JSON.stringify(splitView('display', served).moving).length).toBeLessThan(800);
});
