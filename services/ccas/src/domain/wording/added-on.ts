import { plain } from './normalise';

/** "divorce + dossier MDPH": what agents write between two needs. A slash inside a date is none, nor is "s/" for "sur". */
const SURELY = /\s*(?:\+|&|(?<!\d|\bs)\/(?!\d)|\b(?:ainsi que|et aussi|et egalement)\b)\s*/;

/** "et" also joins two words of one need: what stands on its other side tells. */
const PERHAPS = /\bet\b/;

/** "+ 2 enfants" says who comes along, not a second need. */
const FAMILY =
  /^(?:(?:\d+|deux|trois|ses|son|sa|les) )*(?:enfants?|enfts?|enf|femme|mari|conjointe?|epoux|epouse)\W*$/;

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
    .filter((part) => /[a-z]/.test(part) && !FAMILY.test(part));
  return parts.length > 1 ? parts : [];
}
