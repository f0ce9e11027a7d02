/**
 * Upgrades of old office descriptions, for office.json and for the descriptions in the journal. Each adds only missing fields.
 * The values are written out here and must never change: they are how old offices worked, not the defaults of new ones.
 */

type Description = Readonly<Record<string, unknown>>;

/** The first upgrades version 1 to 2, the second 2 to 3 … */
export const officeUpgrades: readonly ((description: unknown) => unknown)[] = [
  ifDescription(withVoiceAndProxies),
  ifDescription(withAppointmentsAndScreens),
  ifDescription(withExamples),
  // Version 5 changed events only.
  (description) => description,
  ifDescription(withPictograms),
  // Version 7 changed events only.
  (description) => description,
  // Version 8 has new events; those before it stay as they are.
  (description) => description,
];

/** Anything else than an object is returned unchanged: the schema then reports the problem. */
function ifDescription(upgrade: (description: Description) => Description): (data: unknown) => unknown {
  return (data) => (isDescription(data) ? upgrade(data) : data);
}

/** In version 1 calls were not spoken, a ticket was for one dossier, and telephones reached the office on the LAN only. */
function withVoiceAndProxies(office: Description): Description {
  return {
    voice: { languages: ['vi', 'en'], style: 'digits', dialect: 'north', repeat: false },
    publicAddress: null,
    ...office,
    rules: withDefaults(office.rules, { dossiersPerTurn: 3, postponeMinutes: 30, burst: null }),
  };
}

/** In version 2 there were no appointments, one TV, and only texts as notices. */
function withAppointmentsAndScreens(office: Description): Description {
  return {
    screens: [
      {
        id: 'hall',
        name: { vi: 'Sảnh chờ', en: 'Waiting hall' },
        services: 'all',
        orientation: 'auto',
        calls: 'left',
        diagonalInches: 50,
        viewingDistanceMeters: 8,
      },
    ],
    look: { accent: '#f5b700', logo: null },
    speakNotices: false,
    ...office,
    rules: withDefaults(office.rules, {
      bookableDays: 14,
      appointmentHeadStartMinutes: 30,
      appointmentLateMinutes: 10,
    }),
    services: each(office.services, (service) => withDefaults(service, { appointments: null })),
    notices: each(office.notices, withKind),
  };
}

/** Until then a service had no examples, and no service was the information desk. */
function withExamples(office: Description): Description {
  const services = each(office.services, (service) =>
    withDefaults(service, { examples: null, informationDesk: false }),
  );
  return { ...office, services };
}

/** Until then there were no pictograms, one kiosk, light screens, long tickets, and the worst face stood first. */
function withPictograms(office: Description): Description {
  return {
    kiosks: [{ id: 'entrance', name: { vi: 'Lối vào', en: 'Entrance' }, slot: 'below' }],
    ticket: { form: 'full' },
    rating: { order: 'worst-first' },
    ...office,
    services: each(office.services, (service) => withDefaults(service, { pictogram: null })),
    ticketClasses: each(office.ticketClasses, (one) => withDefaults(one, { condition: null, pictogram: null })),
    screens: each(office.screens, (screen) => withDefaults(screen, { theme: 'light', darkHours: null })),
  };
}

function withKind(notice: unknown, index: number): unknown {
  if (!isDescription(notice) || !('vi' in notice)) return notice;
  const always = { from: null, until: null, hours: null, seconds: 12 };
  return { id: `notice-${index + 1}`, kind: 'text', text: notice, ...always };
}

function withDefaults(value: unknown, defaults: Description): unknown {
  return isDescription(value) ? { ...defaults, ...value } : value;
}

function each(value: unknown, upgrade: (item: unknown, index: number) => unknown): unknown {
  return Array.isArray(value) ? value.map(upgrade) : value;
}

function isDescription(value: unknown): value is Description {
  return typeof value === 'object' && value !== null;
}
