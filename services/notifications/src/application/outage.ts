const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * One server that deliveries depend on. After a failure nothing is claimed for it for a while, then one delivery tries: an
 * outage of a night must not write a line a second in the journal for each mail that waits.
 */
export class Outage {
  private failures = 0;
  private closedUntil = 0;

  /** `now`: milliseconds of a clock that only goes forward. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  get isOver(): boolean {
    return this.now() >= this.closedUntil;
  }

  /** The last try failed: let one delivery find out before the others. */
  get isProbing(): boolean {
    return this.failures > 0;
  }

  failed(): void {
    this.failures += 1;
    this.closedUntil =
      this.now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.failures - 1, 10));
  }

  worked(): void {
    this.failures = 0;
    this.closedUntil = 0;
  }
}
