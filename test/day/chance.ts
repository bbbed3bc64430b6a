/** The same seed draws the same lots for ever (mulberry32). */
export class Chance {
  constructor(private seed: number) {}

  below(limit: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  one<T>(among: readonly T[]): T {
    if (among.length === 0) throw new Error('nothing to draw from');
    return among[this.below(among.length)] as T;
  }

  /** In an order of its own; the input is left as it is. */
  shuffled<T>(all: readonly T[]): T[] {
    const drawn = [...all];
    for (let at = drawn.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [drawn[at], drawn[other]] = [drawn[other] as T, drawn[at] as T];
    }
    return drawn;
  }
}
