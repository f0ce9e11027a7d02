/**
 * Old descriptions of an office in today's form, for office.json and for the days of the journal that carry one. Each adds only what
 * is missing. The values are written out here and never change: they are how those offices worked, not what a new office gets.
 */

type Description = Readonly<Record<string, unknown>>;

/** The first upgrades version 1 to 2, the second 2 to 3 … */
export const officeUpgrades: readonly ((description: unknown) => unknown)[] = [
  ifDescription(withVoiceAndProxies),
  ifDescription(withAppointmentsAndScreens),
];

/** What is no description is left to the schema, which says what is wrong. */
function ifDescription(upgrade: (description: Description) => Description): (data: unknown) => unknown {
  return (data) => (isDescription(data) ? upgrade(data) : data);
}

/** Until then calls were not spoken, each ticket was one dossier, and telephones found the office on the LAN only. */
function withVoiceAndProxies(office: Description): Description {
  return {
    voice: { languages: ['vi', 'en'], style: 'digits', dialect: 'north', repeat: false },
    publicAddress: null,
    ...office,
    rules: withDefaults(office.rules, { dossiersPerTurn: 3, postponeMinutes: 30, burst: null }),
  };
}

/** Until then no time could be booked, there was one TV, and notices were texts. */
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
