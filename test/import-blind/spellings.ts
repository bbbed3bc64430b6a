import type { Random } from './random';

/** The ways in which agents write one name, one number, one date. Nothing here knows how they are read again. */

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The name as a key: what stays of it once case, accents, hyphens and the order of words are forgotten. */
export function nameKey(surname: string, givenName: string): string {
  const words = plain(`${surname} ${givenName}`)
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.filter(Boolean).sort().join(' ');
}

export interface WrittenName {
  surname: string;
  givenName: string;
}

const letters = 'abcdefghilmnoprstuv';

/** One letter wrong: replaced, lost, doubled in, or exchanged with its neighbour. Never the first one. */
export function typo(random: Random, word: string): string {
  if (word.length < 4) return word;
  const at = 1 + random.below(word.length - 2);
  const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const slips = [
    () => before + random.pick([...letters]) + after,
    () => before + after,
    () => before + here + random.pick([...letters]) + after,
    () => before + (after[0] ?? '') + here + after.slice(1),
  ];
  return random.pick(slips)();
}

/** “Jean-Pierre” becomes “Jean”, “Da Silva Lima” becomes “Lima” or “Da Silva”. */
function shortened(random: Random, name: string): string {
  const parts = name.split(/[- ]/);
  if (parts.length < 2) return name;
  return random.chance(0.5) ? parts.slice(0, -1).join(' ') : (parts.at(-1) ?? name);
}

export type Slip = 'swapped' | 'typo' | 'no-accents' | 'capitals' | 'shortened' | 'spaced' | 'married';

export const slips: Record<Slip, (random: Random, name: WrittenName) => WrittenName> = {
  swapped: (_random, { surname, givenName }) => ({ surname: givenName, givenName: surname }),
  typo: (random, { surname, givenName }) =>
    random.chance(0.5)
      ? { surname: typo(random, surname), givenName }
      : { surname, givenName: typo(random, givenName) },
  'no-accents': (_random, { surname, givenName }) => ({
    surname: plain(surname),
    givenName: plain(givenName),
  }),
  capitals: (_random, { surname, givenName }) => ({ surname: plain(surname).toUpperCase(), givenName }),
  shortened: (random, { surname, givenName }) =>
    /[- ]/.test(givenName)
      ? { surname, givenName: givenName.split(/[- ]/)[0] ?? givenName }
      : { surname: shortened(random, surname), givenName },
  spaced: (_random, { surname, givenName }) => ({
    surname: ` ${surname.replace(/-/g, ' ')}`,
    givenName: `${givenName.replace(/-/g, ' ')} `,
  }),
  married: (random, { surname, givenName }) => {
    const other = random.pick(['Lopez', 'Marchand', 'Diop', 'Roussel', 'Keïta', 'Blanc']);
    const forms = [
      `${surname} épouse ${other}`,
      `${other} née ${surname}`,
      `${surname}-${other}`,
      `${surname} ep. ${other}`,
      other,
    ];
    return { surname: random.pick(forms), givenName };
  },
};

export function writtenPhone(random: Random, national: string): string {
  const pairs = national.match(/../g) ?? [];
  return random.pick([
    national,
    pairs.join(' '),
    pairs.join('.'),
    pairs.join('-'),
    `+33${national.slice(1)}`,
    `+33 ${national[1]} ${pairs.slice(1).join(' ')}`,
    `0033${national.slice(1)}`,
    `+33 (0)${national.slice(1)}`,
  ]);
}

export function writtenDate(random: Random, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return random.pick([
    iso,
    `${day}/${month}/${year}`,
    `${day}.${month}.${year}`,
    `${Number(day)}/${Number(month)}/${year}`,
    `${day}/${month}/${year.slice(2)}`,
  ]);
}
