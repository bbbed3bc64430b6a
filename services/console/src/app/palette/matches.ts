import type { Entry } from '../entry';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

export function matches({ label, section, alsoKnownAs = '' }: Entry, typed: string): boolean {
  return isNamed(`${label} ${section} ${alsoKnownAs}`, typed);
}

/** Every word typed begins a word of the names; nothing typed finds all. */
export function isNamed(names: string, typed: string): boolean {
  const words = plain(names).split(/[^a-z0-9]+/);
  return plain(typed)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .every((asked) => words.some((word) => word.startsWith(asked)));
}
