/**
 * Lets work that would only meet in write conflicts go one after the other within this process; lanes go side by side.
 * It saves retries and decides nothing: another process may still be quicker, and the conflict is then retried.
 */
export class Lanes {
  private readonly last = new Map<string, Promise<unknown>>();

  async run<T>(lane: string | undefined, work: () => Promise<T>): Promise<T> {
    if (lane === undefined) return work();
    const mine = (this.last.get(lane) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => undefined);
    this.last.set(lane, settled);
    try {
      return await mine;
    } finally {
      if (this.last.get(lane) === settled) this.last.delete(lane);
    }
  }
}
