/** Of numbers in any order; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? Number.NaN : below + (above - below) * (place % 1);
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export interface Spread {
  readonly lowest: number;
  readonly highest: number;
  /** The middle half of the rounds over their median: one disturbed round does not make it. */
  readonly middleHalf: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const middleHalf = (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);
  return {
    lowest: rounded(Math.min(...values)),
    highest: rounded(Math.max(...values)),
    middleHalf: rounded(middleHalf),
  };
}

export const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

export const say = (line: string) => process.stdout.write(`${line}\n`);
