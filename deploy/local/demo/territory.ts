/** The demo territory: a town's places, its partners and the permanences that it holds today. Invented, but for the names of trades. */

const weekdays = [1, 2, 3, 4, 5];
const open = (days: readonly number[], from: string, to: string) =>
  days.map((weekday) => ({ weekday, from, to }));

export const places = [
  {
    key: 'maison-des-services',
    name: 'Maison des services publics',
    address: '2 place de l’Hôtel-de-Ville, 91370 Verrières-le-Buisson',
    rooms: ['Bureau 1', 'Bureau 2', 'Bureau 3'],
    openings: [...open(weekdays, '08:30', '20:00'), ...open([6], '09:00', '13:00')],
  },
  {
    key: 'ccas',
    name: 'CCAS, salle Honoré d’Estienne d’Orves',
    address: '11 avenue de la République, 91370 Verrières-le-Buisson',
    rooms: ['Salle d’entretien', 'Grande salle'],
    openings: open(weekdays, '08:30', '18:00'),
  },
  {
    key: 'centre-social',
    name: 'Centre social des Prés-Hauts',
    address: '5 allée des Prés-Hauts, 91370 Verrières-le-Buisson',
    rooms: [],
    openings: [...open(weekdays, '09:00', '19:30'), ...open([6], '09:00', '12:30')],
  },
] as const;

export const partners = [
  {
    key: 'mjd',
    name: 'Maison de la justice et du droit (démonstration)',
    kind: 'mjd',
    topics: ['family-law', 'housing-law', 'labour-law', 'residence-permit', 'victim-support', 'debt'],
    rank: 1,
    mailbox: 'permanences@mjd.example.org',
    phone: '01 69 00 00 01',
  },
  {
    key: 'barreau',
    name: 'Ordre des avocats (démonstration)',
    kind: 'bar',
    topics: ['family-law', 'housing-law', 'labour-law'],
    rank: 2,
    mailbox: 'acces-au-droit@barreau.example.org',
    phone: '01 69 00 00 02',
  },
  {
    key: 'aide-aux-victimes',
    name: 'Association d’aide aux victimes (démonstration)',
    kind: 'association',
    topics: ['victim-support', 'family-law'],
    rank: 3,
    mailbox: 'contact@victimes.example.org',
    phone: '01 69 00 00 03',
  },
  {
    key: 'conseil-budget',
    name: 'Point conseil budget (démonstration)',
    kind: 'association',
    topics: ['debt', 'housing-law'],
    rank: 3,
    mailbox: 'contact@budget.example.org',
    phone: '01 69 00 00 04',
  },
] as const;

/** Weekly, from the day the demo is first started: some two hundred slots in any three weeks, fewer than the people who ask. */
export const permanences = [
  permanence('avocat', 'lawyer', 'maison-des-services', 'Bureau 1', 'TU', '14:00', 180, 30, [
    'family-law',
    'housing-law',
    'labour-law',
  ]),
  permanence('avocat-soir', 'lawyer', 'maison-des-services', 'Bureau 1', 'TH', '17:00', 120, 20, [
    'labour-law',
    'debt',
  ]),
  permanence('juriste', 'jurist', 'maison-des-services', 'Bureau 2', 'MO,TH', '09:00', 180, 20, [
    'housing-law',
    'labour-law',
    'debt',
  ]),
  permanence('juriste-samedi', 'jurist', 'centre-social', undefined, 'SA', '09:30', 180, 20, [
    'residence-permit',
    'housing-law',
  ]),
  permanence('droit-des-etrangers', 'jurist', 'maison-des-services', 'Bureau 3', 'WE', '09:00', 180, 20, [
    'residence-permit',
  ]),
  permanence('conseil-conjugal', 'family-adviser', 'ccas', 'Salle d’entretien', 'WE', '13:30', 240, 40, [
    'family-law',
  ]),
  permanence('aide-aux-victimes', 'victim-support', 'ccas', 'Salle d’entretien', 'FR', '09:00', 180, 30, [
    'victim-support',
  ]),
  permanence('budget', 'jurist', 'ccas', 'Grande salle', 'MO', '14:00', 180, 30, ['debt']),
];

function permanence(
  key: string,
  profession: string,
  place: (typeof places)[number]['key'],
  room: string | undefined,
  days: string,
  startTime: string,
  durationMinutes: number,
  slotMinutes: number,
  topics: readonly string[],
) {
  const rrule = `FREQ=WEEKLY;BYDAY=${days}`;
  return { key, profession, place, room, rrule, startTime, durationMinutes, slotMinutes, topics };
}
