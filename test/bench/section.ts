/** What one section found: ratios, one for each round, and whatever figures explain them. */
export interface Section {
  readonly ratios: Readonly<Record<string, readonly number[]>>;
  readonly figures: Readonly<Record<string, unknown>>;
}
