/** What comes before a number of months or years that is a delay, not an age. */
const DELAY =
  /(?:depuis|pendant|durant|dans|y a|apres|sous|encore|environ|tous les|plus de|moins de|preavis|bail) (?:de |d )?$/;
/** What comes after it when it counts unpaid months. */
const OWED =
  /^ (?:de |d )?(?:loyers?|salaires?|retard|impayes?|arrieres?|charges?|pension|preavis|travail|anciennete|mariage)/;
const AGE = /\b(\d{1,2}) ?(ans?|mois)\b/g;

/** Replaces "18 mois" or "de 19 ans" by the band that cues know; a delay ("depuis 6 mois") says nothing and goes away. */
export function ageWord(clause: string): string {
  return clause.replace(AGE, (whole: string, count: string, unit: string, at: number) => {
    if (DELAY.test(clause.slice(0, at)) || OWED.test(clause.slice(at + whole.length))) return '';
    if (unit === 'mois') return Number(count) <= 36 ? 'age-baby' : '';
    return band(Number(count));
  });
}

function band(years: number): string {
  if (years <= 3) return 'age-baby';
  if (years <= 14) return 'age-child';
  if (years <= 26) return 'age-young';
  return 'age-adult';
}
