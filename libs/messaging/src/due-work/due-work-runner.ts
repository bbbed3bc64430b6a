import type { HeldLease } from '../lease/lease';
import type { Logger } from '../logger';
import { systemTime } from '../time';
import type { Clock, UnitOfWork } from '../unit-of-work/unit-of-work';
import type { DueItem, DueWork } from './due-work';

const everyMs = 1_000;
const atOnce = 8;
const batch = 200;

/** A duty of the leader: looks each second at what is due and does it. One kind of work never waits for another. */
export class DueWorkRunner {
  /** After a failure an item waits, longer each time, so that it does not starve the others. */
  private readonly setBack = new Map<string, { failures: number; until: number }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly works: () => readonly DueWork[],
    private readonly logger: Logger,
  ) {}

  async whileHeld(held: HeldLease, signal: AbortSignal): Promise<void> {
    const works = this.works();
    // Nothing is ever due here: the duty lasts as long as the term all the same.
    if (works.length === 0) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await Promise.all(works.map((work) => this.keepDoing(work, held, signal)));
  }

  private async keepDoing(work: DueWork, held: HeldLease, signal: AbortSignal): Promise<void> {
    const mayGoOn = () => !signal.aborted && held.isHeld();
    while (mayGoOn()) {
      try {
        const due = await work.find(this.clock.now(), batch + this.setBack.size);
        const ready = due.filter(({ id }) => this.isReady(work, id)).slice(0, batch);
        await this.doAll(work, ready, mayGoOn);
        // A full page means that more is due: no pause.
        if (ready.length === batch) continue;
      } catch (error) {
        this.logger.warn(
          { work: work.name, reason: (error as Error).name },
          'what is due could not be found',
        );
      }
      await systemTime.sleep(everyMs, signal);
    }
  }

  private async doAll(work: DueWork, items: readonly DueItem[], mayGoOn: () => boolean): Promise<void> {
    const waiting = [...items];
    const worker = async () => {
      for (let item = waiting.shift(); item && mayGoOn(); item = waiting.shift())
        await this.doOne(work, item);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  }

  private async doOne(work: DueWork, item: DueItem): Promise<void> {
    const key = `${work.name} ${item.id}`;
    try {
      if ('effect' in work) await work.effect(item.id, this.clock.now());
      else await this.unitOfWork.run(item, async (tx) => void (await work.run(tx, item.id)));
      this.setBack.delete(key);
    } catch (error) {
      this.forgetOld();
      const failures = (this.setBack.get(key)?.failures ?? 0) + 1;
      this.setBack.set(key, { failures, until: performance.now() + Math.min(60_000, 1_000 * 2 ** failures) });
      this.logger.warn(
        { work: work.name, id: item.id, failures, reason: (error as Error).name },
        'due work failed',
      );
    }
  }

  /** What was cancelled meanwhile is never found again. */
  private forgetOld(): void {
    const anHourAgo = performance.now() - 3_600_000;
    for (const [key, { until }] of this.setBack) if (until < anHourAgo) this.setBack.delete(key);
  }

  private isReady(work: DueWork, id: string): boolean {
    const found = this.setBack.get(`${work.name} ${id}`);
    return !found || performance.now() >= found.until;
  }
}
