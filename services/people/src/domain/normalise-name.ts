/** Words around a name that are no part of it: « Mme », « Dupont née Martin », « Dupont ép. Martin ». */
const titles = new Set([
  ...['mme', 'mlle', 'mr', 'mrs', 'madame', 'monsieur', 'mademoiselle'],
  ...['nee', 'epouse', 'ep', 'veuve', 'vve'],
]);

/**
 * The words of a name, lower case, without accents, hyphens, apostrophes or titles: « DE  L’Étoile-Noël » is
 * `de l etoile noel`. Giving it its own answer changes nothing.
 */
export function nameWords(name: string): string[] {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const meaningful = words.filter((word) => !titles.has(word));
  return meaningful.length > 0 ? meaningful : words;
}

export function normaliseName(name: string): string {
  return nameWords(name).join(' ');
}

/** « Marie Claire », « Marie-Claire » and « Marieclaire » read the same. */
export function joinedName(name: string): string {
  return nameWords(name).join('');
}
