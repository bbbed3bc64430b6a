/** French spellings of one sound, applied in order. Enough to bring Lefèvre and Lefebvre, Dupond and Dupont together. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/h/g, ''],
  [/ph/g, 'f'],
  [/fe?bv/g, 'fev'],
  [/y/g, 'i'],
  [/eau|au/g, 'o'],
  [/ain|ein|in(?![aeiou])/g, 'in'],
  [/(?:an|am|en|em)(?![aeioumn])/g, 'an'],
  [/ai|ei/g, 'e'],
  [/ou/g, 'u'],
  [/qu|q|ck/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/g(?=[ei])/g, 'j'],
  [/gu(?=[ei])/g, 'g'],
  [/z|sc(?=[ei])/g, 's'],
  [/w/g, 'v'],
  [/x/g, 's'],
  [/(.)\1+/g, '$1'],
];

/** What a word of a normalised name sounds like; never empty for a word that is not. */
export function soundOf(word: string): string {
  // « ch » is one sound, which the silent h below would lose.
  let sound = word.replace(/s?ch/g, '6').replace(/ph/g, 'f');
  for (const [spelling, as] of spellings) sound = sound.replace(spelling, as);
  const spoken = sound.replace(/(?<=..)[estdp]+$/, '').replace(/(?<=..)l(?=t$)/, '');
  return spoken === '' ? word : spoken;
}
