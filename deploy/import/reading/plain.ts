/** Lower case, no accents, single spaces: how two writings of the same words are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[’`´]/g, "'")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@+']+/gu, ' ')
    .trim();
}

/** Spaces of all kinds become one, none at the ends. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u202f\ufeff]+/g, ' ').trim();
}
