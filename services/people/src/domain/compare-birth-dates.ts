export type BirthDateLevel = 'same' | 'slip' | 'unknown' | 'other';

/**
 * `slip`: one digit wrong, two neighbouring digits or day and month swapped, less than ten years apart: a father and a
 * son of the same name at the same phone are further apart than that.
 */
export function compareBirthDates(a: string | undefined, b: string | undefined): BirthDateLevel {
  if (a === undefined || b === undefined) return 'unknown';
  if (a === b) return 'same';
  if (Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) >= 10) return 'other';
  return oneDigitWrong(a, b) || neighboursSwapped(a, b) || dayAndMonthSwapped(a, b) ? 'slip' : 'other';
}

function differences(a: string, b: string): number[] {
  return [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
}

function oneDigitWrong(a: string, b: string): boolean {
  return differences(a, b).length === 1;
}

function neighboursSwapped(a: string, b: string): boolean {
  const [first = 0, second = 0, ...more] = differences(a, b);
  return more.length === 0 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function dayAndMonthSwapped(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7);
}
