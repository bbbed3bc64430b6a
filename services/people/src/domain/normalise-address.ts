const abbreviations: Record<string, string> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  r: 'rue',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  imp: 'impasse',
  pl: 'place',
  all: 'allee',
  rte: 'route',
  res: 'residence',
  sq: 'square',
  bat: 'batiment',
  appt: 'appartement',
  apt: 'appartement',
  app: 'appartement',
  st: 'saint',
  ste: 'sainte',
};
const small = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd']);

/** « 12 bis, av. de la Gare » and « 12BIS Avenue de la gare » read the same; a postcode and what follows is left out. */
export function normaliseAddress(typed: string): string {
  return typed
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replace(/\b\d{5}\b.*$/, '')
    .replace(/(\d)\s*(bis|ter|quater)\b/g, '$1 $2')
    .split(/[^a-z0-9]+/)
    .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
    .filter((word) => word !== undefined && word !== '' && !small.has(word))
    .join(' ');
}
