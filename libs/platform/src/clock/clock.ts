/** Domain time. Never `new Date()` in a decision: the development clock can be moved forward. */
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Frees what the clock watches. */
  stop(): void {}
}
