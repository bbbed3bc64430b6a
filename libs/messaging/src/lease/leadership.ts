import type { Logger } from '../logger';
import type { Time } from '../time';
import type { HeldLease, Lease } from './lease';

/** What the leading process of a service does until `signal` aborts: relay the journal, fire what is due. */
export type Duty = (held: HeldLease, signal: AbortSignal) => Promise<void>;

const renewEveryMs = 1_000;
const retryEveryMs = 500;

/** Keeps the lease while the process lives, and runs the duties only under it. */
export class Leadership {
  private readonly stopping = new AbortController();
  private running?: Promise<void>;
  private failing = false;
  private state: 'starting' | 'leading' | 'following' = 'starting';
  private lastFence = 0;

  constructor(
    private readonly lease: Lease,
    private readonly duties: readonly Duty[],
    private readonly logger: Logger,
    private readonly time: Time,
  ) {}

  get role() {
    return this.state;
  }

  /** Of the last lease held; 0 before the first. */
  get fence(): number {
    return this.lastFence;
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.lease.release().catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const held = await this.lease.acquire().catch((error: Error) => this.cannotAsk(error));
      // Granted while we were told to stop: `stop` gives it back.
      if (held && !this.stopping.signal.aborted) {
        this.failing = false;
        await this.lead(held);
      }
      if (!held) this.state = 'following';
      await this.time.sleep(retryEveryMs, this.stopping.signal);
    }
  }

  private async lead(first: HeldLease): Promise<void> {
    this.state = 'leading';
    this.lastFence = first.fence;
    const term = new AbortController();
    const endTerm = () => term.abort();
    this.stopping.signal.addEventListener('abort', endTerm);
    const duties = this.duties.map((duty) => duty(first, term.signal));
    // Leading without one of its duties would keep the others from doing it.
    for (const duty of duties) void duty.then(endTerm, endTerm);
    while (first.isHeld() && !term.signal.aborted) {
      await this.time.sleep(renewEveryMs, term.signal);
      if (term.signal.aborted) break;
      const renewed = await this.lease.acquire().catch((error: Error) => this.cannotAsk(error));
      // A failed renewal is tried again until the deadline itself ends the term.
      if (renewed && renewed.fence !== first.fence) break;
    }
    term.abort();
    this.stopping.signal.removeEventListener('abort', endTerm);
    await Promise.allSettled(duties);
  }

  private cannotAsk(error: Error): undefined {
    if (!this.failing)
      this.logger.warn({ reason: error.name }, 'the lease cannot be asked for: relaying waits');
    this.failing = true;
    return undefined;
  }
}
