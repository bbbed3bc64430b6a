// Not a test: invented families, and the rows that several desks would write about them.
import type { IdentityAsTyped } from './identity';

export interface Row extends IdentityAsTyped {
  /** The truth, which the rules never see. */
  readonly truth: number;
}

/** A seeded generator of numbers in [0, 1) (mulberry32): a failing seed replays. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const lastNames = (
  'Martin Bernard Thomas Petit Robert Durand Dubois Moreau Laurent Simon Michel Lefebvre Lefèvre Leroy Roux David ' +
  'Bertrand Morel Fournier Girard Bonnet Dupont Dupond Lambert Fontaine Rousseau Vincent Muller Faure André Mercier ' +
  'Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Gautier Garcia Perrin Robin Clément Morin Nicolas ' +
  'Henry Roussel Mathieu Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard ' +
  'Diallo Traoré Nguyen Benali Haddad Da+Silva De+Oliveira El+Amrani Le+Goff D’Angelo Saint-Martin Kaya Yilmaz'
).split(' ');
/** Pairs on one line are one letter or one ending apart: the twins nobody should merge. */
const closePairs = [
  ['Louis', 'Louise'],
  ['Lina', 'Lena'],
  ['Marion', 'Marin'],
  ['Luca', 'Lucas'],
  ['Paul', 'Paule'],
  ['Emilie', 'Emilio'],
  ['Lucie', 'Lucia'],
  ['Marine', 'Marina'],
  ['Yanis', 'Yani'],
  ['Julien', 'Julie'],
  ['Adrien', 'Adrian'],
  ['Noé', 'Noa'],
  ['Jean-Paul', 'Jean-Pierre'],
  ['Nathan', 'Nathalie'],
  ['Valentin', 'Valentine'],
  ['Théo', 'Léo'],
  ['Inès', 'Agnès'],
  ['Marie', 'Marie-Claire'],
  ['Alexandre', 'Alexandra'],
  ['Ilyes', 'Ilyas'],
  ['Camille', 'Camila'],
  ['Hugo', 'Hugues'],
  ['Sofia', 'Sofian'],
  ['Gabriel', 'Gabrielle'],
  ['Martin', 'Martine'],
  ['Elise', 'Elisa'],
  ['Anna', 'Anne'],
  ['Léa', 'Léo'],
] as const;
const firstNames = [
  ...closePairs.flat(),
  ...(
    'Nicolas Sophie Hélène Gérard Brigitte Fatoumata Mamadou Aïcha Karim Yacine Thierry Sandrine Zoé Élodie Océane Chloé ' +
    'Christophe Isabelle Stéphane Stéphanie Frédéric Catherine Monique Jacqueline Raymond Sébastien Véronique Guillaume'
  ).split(' '),
];
const streets = [
  'rue de la Gare',
  'avenue Victor Hugo',
  'boulevard Voltaire',
  'chemin des Prés',
  'allée des Érables',
];

interface Truth extends IdentityAsTyped {
  readonly truth: number;
}

export function familiesWithTraps(seed: number, families: number): Row[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const people: Truth[] = [];
  const add = (person: IdentityAsTyped) => people.push({ ...person, truth: people.length });
  const birth = (from: number, to: number) =>
    `${whole(from, to)}-${String(whole(1, 12)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;
  const phone = () => `06${String(whole(0, 99_999_999)).padStart(8, '0')}`;
  const home = () => `${whole(1, 120)} ${pick(streets)}`;
  const mailOf = () => `boite${whole(1, 9_999_999)}@example.org`;

  for (let family = 0; family < families; family += 1) {
    const lastName = pick(lastNames).replace('+', ' ');
    const shared = { lastName, phones: [phone()], mails: [mailOf()], address: home() };
    const father = pick(firstNames);
    const fatherBorn = birth(1950, 1985);
    add({ ...shared, firstName: father, birthDate: fatherBorn });
    add({
      ...shared,
      firstName: pick(firstNames.filter((name) => name !== father)),
      birthDate: birth(1950, 1985),
    });
    const born = birth(1995, 2015);
    const [one, other] = pick(closePairs.filter((pair) => !pair.some((name) => name === father)));
    if (random() < 0.5) {
      add({ ...shared, firstName: one, birthDate: born });
      add({ ...shared, firstName: other, birthDate: born });
    }
    // A son with his father's name, born the same day of a later year: one digit of the decade may be all that differs.
    const later = String(Number(fatherBorn.slice(0, 4)) + pick([20, 25, 30]));
    if (random() < 0.3) add({ ...shared, firstName: father, birthDate: later + fatherBorn.slice(4) });
    // Homonyms elsewhere in town: another birth date, or the very same one.
    const elsewhere = {
      lastName,
      firstName: father,
      phones: [phone()],
      mails: [mailOf()],
      address: `${1000 + family} bis rue Neuve`,
    };
    if (random() < 0.2) add({ ...elsewhere, birthDate: birth(1950, 1985) });
    if (random() < 0.1) add({ ...elsewhere, phones: [phone()], mails: [mailOf()], birthDate: fatherBorn });
  }
  const rows = people.flatMap((person) =>
    Array.from({ length: whole(1, 3) }, (_, index) => (index === 0 ? person : rewrite(person, random))),
  );
  return shuffle(rows, random);
}

/** What another desk would have typed about the same person: always one thing, sometimes two. */
function rewrite(person: Truth, random: () => number): Row {
  const changed = rewritings[Math.floor(random() * rewritings.length)]?.(person, random) ?? person;
  return random() < 0.2
    ? (rewritings[Math.floor(random() * rewritings.length)]?.(changed, random) ?? changed)
    : changed;
}

type Rewriting = (row: Row, random: () => number) => Row;

const rewritings: readonly Rewriting[] = [
  (row) => ({ ...row, firstName: row.lastName, lastName: row.firstName }),
  (row) => ({ ...row, lastName: row.lastName.toUpperCase(), firstName: row.firstName.toUpperCase() }),
  (row) => ({ ...row, firstName: plain(row.firstName), lastName: plain(row.lastName) }),
  (row) => ({ ...row, firstName: row.firstName.replace('-', ' '), lastName: row.lastName.replace(' ', '-') }),
  (row, random) => ({ ...row, firstName: withSlip(row.firstName, random) }),
  (row, random) => ({ ...row, lastName: withSlip(row.lastName, random) }),
  (row, random) => ({ ...row, birthDate: withWrongDigit(row.birthDate ?? '', random) }),
  (row) => ({ ...row, phones: row.phones.map((phone) => `+33 ${phone.slice(1)}`) }),
  (row) => ({ ...row, phones: [] }),
  (row) => ({ ...row, mails: [] }),
  (row) => ({ ...row, phones: [], mails: [] }),
  (row) => ({ ...row, address: undefined }),
  (row, random) => ({ ...row, phones: [`07${String(Math.floor(random() * 1e8)).padStart(8, '0')}`] }),
];

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A slip that spells another given name is nobody's to see: it is drawn again as no slip at all. */
function withSlip(name: string, random: () => number): string {
  const slipped = slip(name, random);
  return firstNames.some((other) => plain(other) === plain(slipped)) ? name : slipped;
}

function slip(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  const letters = [...name];
  const kind = Math.floor(random() * 4);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, letters[at] ?? 'e');
  else if (kind === 2) letters.splice(at - 1, 2, letters[at] ?? '', letters[at - 1] ?? '');
  else letters[at] = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)] ?? 'a';
  return letters.join('');
}

function withWrongDigit(birthDate: string, random: () => number): string {
  const at = [3, 6, 9][Math.floor(random() * 3)] ?? 3;
  const digit = String((Number(birthDate[at]) + 1 + Math.floor(random() * 8)) % 10);
  const wrong = birthDate.slice(0, at) + digit + birthDate.slice(at + 1);
  return Number.isNaN(Date.parse(wrong)) ? birthDate : wrong;
}

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
