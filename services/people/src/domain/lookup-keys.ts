import type { Identity } from './identity';
import { soundOf } from './sound';

/**
 * Words by which a person is found, all in one indexed list:
 * `w:` a word of the names, `n:` that word with one letter less (for slips), `s:` its sound, `c:` the whole name in either order,
 * `i:` both names in any order, `p:` phone, `m:` mail, `d:` birth date, `t:` tracking code.
 */
export function lookupKeys(identity: Identity, trackingCode: string): string[] {
  const words = wordsOf(identity);
  return [
    ...new Set([
      ...words.map((word) => `w:${word}`),
      ...words.flatMap(nearKeys),
      ...words.map((word) => `s:${soundOf(word)}`),
      `c:${identity.first} ${identity.last}`,
      `c:${identity.last} ${identity.first}`,
      ...matchKeys(identity),
      `t:${trackingCode}`,
    ]),
  ];
}

/** Whoever may be the same person shares one of these. */
export function matchKeys(identity: Identity): string[] {
  return [
    `i:${[glue(identity.first), glue(identity.last)].sort().join('|')}`,
    ...identity.phones.map((phone) => `p:${phone}`),
    ...identity.mails.map((mail) => `m:${mail}`),
    ...(identity.birthDate === undefined ? [] : [`d:${identity.birthDate}`]),
  ];
}

function glue(words: string): string {
  return words.replaceAll(' ', '');
}

/** « Marie-Claire » is found by marie, by claire and by marieclaire. */
function wordsOf(identity: Identity): string[] {
  const parts = [identity.first, identity.last].flatMap((name) => [...name.split(' '), glue(name)]);
  return [...new Set(parts.filter((word) => word !== ''))];
}

/** The word and every word one letter shorter: two spellings one slip apart share one of them. */
export function nearKeys(word: string): string[] {
  const letters = [...word].slice(0, 14);
  if (letters.length < 4) return [`n:${letters.join('')}`];
  const shorter = letters.map((_, index) => letters.filter((__, other) => other !== index).join(''));
  return [...new Set([letters.join(''), ...shorter])].map((near) => `n:${near}`);
}
