import type { Entry } from '../entry';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Every word typed begins a word of the page's names; nothing typed finds all. */
export function matches({ label, section, alsoKnownAs = '' }: Entry, typed: string): boolean {
  const words = plain(`${label} ${section} ${alsoKnownAs}`).split(/[^a-z0-9]+/);
  return plain(typed)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .every((asked) => words.some((word) => word.startsWith(asked)));
}
