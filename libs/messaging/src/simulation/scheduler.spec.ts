// Who goes next, from a seed. Everything that awaits the world waits here for its turn; time is virtual.
import type { Time } from '../time';

/** The same seed draws the same lots for ever (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** From 0 to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  happens(probability: number): boolean {
    return probability > 0 && this.next() < probability;
  }
}

/** A simulated operating-system process. What waits for a dead one never goes on; a paused one loses time. */
export class Process {
  alive = true;
  pausedUntil = 0;
  private readonly atDeath: (() => void)[] = [];

  constructor(
    readonly name: string,
    readonly number: number,
  ) {}

  kill(): void {
    this.alive = false;
    for (const act of this.atDeath.splice(0)) act();
  }

  onDeath(act: () => void): void {
    this.atDeath.push(act);
  }
}

interface Step {
  readonly process: Process;
  readonly go: () => void;
}
interface Timer extends Step {
  readonly at: number;
  cancelled?: boolean;
}

/** How likely an operation takes seconds instead of its turn. */
const slow = { probability: 0.01, upToMs: 9_000 };

export class Scheduler {
  now = 0;
  steps = 0;
  /** Of who went when: two runs of one seed must have the same. */
  trace = 0;
  private readonly ready: Step[] = [];
  private timers: Timer[] = [];

  constructor(readonly chance: Chance) {}

  /** Resolves when it is this operation's turn. */
  turn(process: Process): Promise<void> {
    if (this.chance.happens(slow.probability)) {
      return this.sleep(process, this.chance.below(slow.upToMs));
    }
    return new Promise((go) => this.ready.push({ process, go }));
  }

  sleep(process: Process, ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return this.turn(process);
    return new Promise((resolve) => {
      const timer: Timer = { at: this.now + ms, process, go: resolve };
      this.timers.push(timer);
      signal?.addEventListener(
        'abort',
        () => {
          timer.cancelled = true;
          this.ready.push({ process, go: resolve });
        },
        { once: true },
      );
    });
  }

  timeOf(process: Process): Time {
    return {
      monotonicMs: () => this.now,
      sleep: (ms, signal) => this.sleep(process, ms, signal),
      random: () => this.chance.next(),
      every: (ms, act) => {
        let ended = false;
        const go = async () => {
          while (!ended) {
            await this.sleep(process, ms);
            if (!ended) act();
          }
        };
        void go();
        return () => (ended = true);
      },
    };
  }

  /** One step of one process, and everything that follows from it without waiting for the world. False: nothing will ever happen. */
  async step(): Promise<boolean> {
    this.steps += 1;
    const next = this.takeReady() ?? this.takeTimer();
    if (!next) return false;
    this.trace = (Math.imul(this.trace, 31) + next.process.number * 7919 + Math.trunc(this.now)) | 0;
    next.go();
    // A macrotask comes after every microtask.
    await new Promise((resolve) => setImmediate(resolve));
    return true;
  }

  private takeReady(): Step | undefined {
    // Sometimes time passes although there is work: a slow machine.
    if (this.ready.length === 0 || this.chance.happens(0.03)) return undefined;
    for (let tries = 0; tries < 8 && this.ready.length > 0; tries += 1) {
      const index = this.chance.below(this.ready.length);
      const step = this.ready[index]!;
      if (step.process.alive && step.process.pausedUntil > this.now) continue;
      this.ready[index] = this.ready.at(-1)!;
      this.ready.pop();
      if (step.process.alive) return step;
    }
    return undefined;
  }

  private takeTimer(): Step | undefined {
    let first: Timer | undefined;
    let dead = 0;
    for (const timer of this.timers) {
      if (timer.cancelled || !timer.process.alive) dead += 1;
      else if (!first || wakes(timer) < wakes(first)) first = timer;
    }
    if (dead > 16) this.timers = this.timers.filter(({ cancelled, process }) => !cancelled && process.alive);
    if (!first) return this.whenPaused();
    this.now = Math.max(this.now, wakes(first));
    first.cancelled = true;
    return first;
  }

  /** Only paused processes have work: their pause ends. */
  private whenPaused(): Step | undefined {
    const index = this.ready.findIndex(({ process }) => process.alive);
    if (index < 0) return undefined;
    const [step] = this.ready.splice(index, 1);
    this.now = Math.max(this.now, step!.process.pausedUntil);
    return step;
  }
}

const wakes = ({ at, process }: Timer) => Math.max(at, process.pausedUntil);
