import { expect, it } from 'vitest';
import { joinView, splitView } from '../../shared/protocol/view-parts.ts';
import { hallView } from '../display/views.ts';

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
