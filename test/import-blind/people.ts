import { givenNames, streets, surnames, twinNames } from './names';
import { randomFrom, type Random } from './random';
import { nameKey, slips, writtenDate, writtenPhone, type Slip, type WrittenName } from './spellings';

/**
 * A town of invented people, and the rows that agents write about them. Each row keeps the id of its true person, so that
 * matching can be counted. The promise of the real spreadsheet holds: two people never share a name and a date of birth
 * together with a phone or a mail. Everything else that two people can share, some of them share.
 */
export interface TruePerson extends WrittenName {
  id: number;
  kind: 'alone' | 'twin' | 'father-and-son' | 'homonym' | 'sibling' | 'couple';
  birth: string;
  phone?: string;
  mail?: string;
  address: string;
  /** Could be taken for a twin by half a name. */
  keepsWholeName?: boolean;
}

export interface BlindRow extends WrittenName {
  person: number;
  slips: Slip[];
  birth?: string;
  phone?: string;
  mail?: string;
  address: string;
}

type Draft = Omit<TruePerson, 'id'>;

const two = (number: number) => String(number).padStart(2, '0');

class Town {
  readonly people: TruePerson[] = [];
  private phones = 0;

  constructor(private readonly random: Random) {}

  birth(from = 1938, to = 2008): string {
    const { random } = this;
    return `${from + random.below(to - from)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  }

  phone(): string {
    this.phones += 1;
    return `0${this.random.pick(['6', '7', '1'])}${String(10_000_000 + this.phones * 7_919).slice(-8)}`;
  }

  mail(surname: string): string {
    this.phones += 1;
    return `${nameKey(surname, '').replaceAll(' ', '')}${this.phones}@example.org`;
  }

  draft(kind: TruePerson['kind']): Draft {
    const { random } = this;
    const surname = random.pick(surnames);
    return {
      kind,
      surname,
      givenName: random.pick(givenNames),
      birth: this.birth(),
      ...(random.chance(0.92) && { phone: this.phone() }),
      ...(random.chance(0.7) && { mail: this.mail(surname) }),
      address: `${1 + random.below(140)}, ${random.pick(streets)}`,
    };
  }

  add(draft: Draft): void {
    this.people.push({ ...draft, id: this.people.length });
  }

  twins(names: readonly [string, string]): void {
    const family = { ...this.draft('twin'), phone: this.phone(), birth: this.birth(1985, 2012) };
    const keepsWholeName = names[0].split('-')[0] === names[1].split('-')[0];
    for (const givenName of names) this.add({ ...family, givenName, keepsWholeName });
  }

  fatherAndSon(onePhone: boolean): void {
    const father = { ...this.draft('father-and-son'), birth: this.birth(1945, 1970), phone: this.phone() };
    this.add(father);
    this.add({ ...father, birth: this.birth(1972, 2004), phone: onePhone ? father.phone : this.phone() });
  }

  homonyms(sameBirth: boolean): void {
    const first = { ...this.draft('homonym'), phone: this.phone() };
    const second = { ...this.draft('homonym'), phone: this.phone() };
    const { surname, givenName } = first;
    this.add(first);
    this.add({ ...second, surname, givenName, ...(sameBirth && { birth: first.birth }) });
  }

  siblings(): void {
    const family = { ...this.draft('sibling'), phone: this.phone() };
    const mail = this.mail(family.surname);
    const names = new Set<string>();
    while (names.size < 3) names.add(this.random.pick(givenNames));
    let year = 1990 + this.random.below(15);
    for (const givenName of names) {
      this.add({ ...family, mail, givenName, birth: this.birth(year, year + 1) });
      year += 2;
    }
  }

  couple(oneName: boolean): void {
    const first = { ...this.draft('couple'), phone: this.phone() };
    this.add(first);
    const givenName = oneName ? first.givenName : this.random.pick(givenNames);
    this.add({ ...first, givenName, birth: this.birth(1950, 1995) });
  }
}

function townOf(random: Random): TruePerson[] {
  const town = new Town(random);
  for (let i = 0; i < 560; i += 1) town.add(town.draft('alone'));
  for (let i = 0; i < 30; i += 1) town.twins(twinNames[i % twinNames.length] ?? ['Léa', 'Léo']);
  for (let i = 0; i < 30; i += 1) town.fatherAndSon(i % 2 === 0);
  for (let i = 0; i < 40; i += 1) town.homonyms(i % 2 === 0);
  for (let i = 0; i < 40; i += 1) town.siblings();
  for (let i = 0; i < 20; i += 1) town.couple(i % 5 === 0);
  return town.people;
}

function slipsOf(random: Random, person: TruePerson): Slip[] {
  if (random.chance(0.35)) return [];
  const chosen = new Set<Slip>();
  const choices: Slip[] = [
    'swapped',
    'typo',
    'typo',
    'no-accents',
    'capitals',
    'spaced',
    'shortened',
    'married',
  ];
  const count = random.chance(0.25) ? 2 : 1;
  while (chosen.size < count) chosen.add(random.pick(choices));
  if (person.keepsWholeName) chosen.delete('shortened');
  return [...chosen];
}

function rowOf(random: Random, person: TruePerson, made: readonly Slip[]): BlindRow {
  let name: WrittenName = { surname: person.surname, givenName: person.givenName };
  for (const slip of made) name = slips[slip](random, name);
  return {
    person: person.id,
    ...name,
    slips: [...made],
    address: random.chance(0.9) ? person.address : '',
    ...(random.chance(0.94) && { birth: writtenDate(random, person.birth) }),
    ...(person.phone && random.chance(0.88) && { phone: writtenPhone(random, person.phone) }),
    ...(person.mail &&
      random.chance(0.8) && { mail: random.chance(0.1) ? person.mail.toUpperCase() : person.mail }),
  };
}

/** Never a row that says exactly what is true of somebody else: that would break the promise, not the software. */
function saysSomebodyElse(row: BlindRow, people: readonly TruePerson[]): boolean {
  const key = nameKey(row.surname, row.givenName);
  const writer = people[row.person];
  return people.some(
    (other) =>
      other.id !== row.person &&
      nameKey(other.surname, other.givenName) === key &&
      other.birth === writer?.birth &&
      ((other.phone !== undefined && other.phone === writer.phone) ||
        (other.mail !== undefined && other.mail === writer.mail)),
  );
}

export function blindTown(seed: number): { people: TruePerson[]; rows: BlindRow[] } {
  const random = randomFrom(seed);
  const people = townOf(random);
  const rows: BlindRow[] = [];
  for (const person of people) {
    const count = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3, 4]);
    for (let i = 0; i < count; i += 1) {
      const row = rowOf(random, person, slipsOf(random, person));
      rows.push(saysSomebodyElse(row, people) ? rowOf(random, person, []) : row);
    }
  }
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [rows[at], rows[other]] = [rows[other] as BlindRow, rows[at] as BlindRow];
  }
  return { people, rows };
}
