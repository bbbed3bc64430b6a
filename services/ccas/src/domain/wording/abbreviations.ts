/** How agents shorten words when somebody waits across the desk. Only what can mean one thing here; without accents. */
const shortened: Readonly<Record<string, string>> = {
  '1er': 'premier',
  '1ere': 'premiere',
  appt: 'appartement',
  bb: 'bebe',
  bdf: 'banque france',
  elec: 'electricite',
  enf: 'enfant',
  enft: 'enfant',
  enfts: 'enfants',
  jgt: 'jugement',
  lgt: 'logement',
  lgmt: 'logement',
  logt: 'logement',
  pref: 'prefecture',
  propr: 'proprietaire',
  tt: 'tout',
};

/** Long nouns of which only the beginning and the last letter are often written: "regroupt", "licencmt". */
const inMent = [
  'accompagnement',
  'endettement',
  'hebergement',
  'licenciement',
  'recouvrement',
  'regroupement',
  'renouvellement',
  'surendettement',
];

/** The word in full, or as it is. */
export function inFull(word: string): string {
  if (Object.hasOwn(shortened, word)) return shortened[word] ?? word;
  const begins = /^([a-z]{5,}?)e?m?t$/.exec(word)?.[1];
  if (begins === undefined) return word;
  return inMent.find((full) => full.startsWith(begins)) ?? word;
}
