import { plain } from './normalise';

/** "divorce + dossier MDPH": what agents write between two needs. A slash inside a date is none. */
const SURELY = /\s*(?:\+|&|(?<!\d)\/(?!\d)|\b(?:ainsi que|et aussi|et egalement)\b)\s*/;

/** "et" also joins two words of one need: what stands on its other side tells. */
const PERHAPS = /\bet\b/;

/** The parts of a text of which each is a need of its own; none when nothing joins them. */
export function partsAddedOn(text: string): string[] {
  return partsOf(text, SURELY);
}

/** The parts that may each be a need of its own. */
export function partsPerhapsAddedOn(text: string): string[] {
  return partsOf(text, PERHAPS);
}

function partsOf(text: string, between: RegExp): string[] {
  const parts = plain(text)
    .split(between)
    .filter((part) => /[a-z]/.test(part));
  return parts.length > 1 ? parts : [];
}
