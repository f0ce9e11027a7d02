/**
 * A view travels in two parts: of the steady one (names, looks, notices, what only few events change) the fields that have changed, the
 * moving one with every change. The page joins them, so that it always draws a whole view.
 */
import type { Audience, Audiences, ViewParts } from './protocol.ts';

/** `true` for a whole field; for a list of objects the names of the fields that are steady in each. */
type SteadyParts<View> = { readonly [Key in View extends View ? keyof View : never]?: true | readonly string[] };

const SERVICE = ['id', 'letter', 'name'];

export const STEADY: { readonly [A in Audience]: SteadyParts<Audiences[A]['view']> } = {
  kiosk: {
    office: true,
    services: [...SERVICE, 'examples', 'pictogram', 'informationDesk', 'counters'],
    classes: true,
    slot: true,
    appointments: true,
    dossiersPerTurn: true,
    address: true,
  },
  display: {
    office: true,
    layout: true,
    opening: true,
    health: true,
    services: [...SERVICE, 'openCounters'],
    waits: true,
    counters: ['number', 'services'],
    satisfaction: true,
    notices: true,
    speakNotices: true,
    voice: true,
  },
  desk: {
    office: true,
    me: true,
    services: SERVICE,
    classes: true,
    dossiersPerTurn: true,
    counters: ['id', 'number', 'services'],
  },
  rating: { office: true, levels: true, order: true, opening: true, letters: true, satisfaction: true },
  phone: { office: true, number: true, serviceName: true, appointmentAt: true },
  printer: { office: true },
};

export function splitView<A extends Audience>(audience: A, view: Audiences[A]['view']): ViewParts {
  const parts: Readonly<Record<string, true | readonly string[] | undefined>> = STEADY[audience];
  const { steady, moving }: ViewParts = { steady: {}, moving: {} };
  for (const [key, value] of Object.entries(view)) {
    const part = parts[key];
    if (Array.isArray(value) && part !== undefined && part !== true) {
      const isFixed = ([name]: [string, unknown]) => part.includes(name);
      steady[key] = value.map((item) => Object.fromEntries(Object.entries(item).filter(isFixed)));
      moving[key] = value.map((item) => Object.fromEntries(Object.entries(item).filter((field) => !isFixed(field))));
    } else {
      (part === undefined ? moving : steady)[key] = value;
    }
  }
  return { steady, moving };
}

/** The whole view again. Fields of a list's objects are joined by their places. */
export function joinView<A extends Audience>({ steady, moving }: ViewParts): Audiences[A]['view'] {
  const view: Record<string, unknown> = { ...steady, ...moving };
  for (const [key, items] of Object.entries(moving)) {
    const others = steady[key];
    if (Array.isArray(items) && Array.isArray(others))
      view[key] = items.map((item, index) => ({ ...others[index], ...item }));
  }
  // The parts of a view give that view again: see the test.
  return view as Audiences[A]['view'];
}
