import { setTimeout as sleep } from 'node:timers/promises';
import {
  readPidFile,
  isOurs,
  type ManagedProcess,
} from '../../../deploy/local/infrastructure/managed-process';

export interface SupervisedOptions {
  /** `ccas-1`, `Kafka`. */
  readonly name: string;
  readonly pidFile: string;
  readonly launch: (cancelled: AbortSignal) => Promise<ManagedProcess>;
  /** A process that ended though nobody struck it. */
  readonly onOwnEnd: (how: string) => void;
}

/** A process as a supervisor runs it: whatever ends it, it is started again, until `stop`. */
export class Supervised {
  private current?: ManagedProcess;
  private readonly stopping = new AbortController();
  private killed = false;
  private restartAfterMs = 0;
  private watching: Promise<void> = Promise.resolve();
  private paused = false;

  constructor(private readonly options: SupervisedOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** Started, and neither killed nor paused: for a service that is not yet ready. */
  get up(): boolean {
    return this.current?.running() === true && !this.killed && !this.paused;
  }

  async start(): Promise<void> {
    this.current = await this.options.launch(this.stopping.signal);
    this.watching = this.keep();
  }

  /** SIGKILL at this instant; it is started again after the pause. */
  kill(restartAfterMs: number): void {
    this.killed = true;
    this.restartAfterMs = restartAfterMs;
    this.signal('SIGKILL');
  }

  pause(): void {
    this.paused = true;
    this.signal('SIGSTOP');
  }

  resume(): void {
    this.paused = false;
    this.signal('SIGCONT');
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.signal('SIGCONT');
    await this.current?.stop(5_000);
    await this.watching;
    this.endNow();
  }

  private async keep(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const { code, signal } = await this.current!.exited;
      if (this.stopping.signal.aborted) return;
      if (!this.killed) this.options.onOwnEnd(signal ?? `code ${code}`);
      await sleep(this.killed ? this.restartAfterMs : 1_000, undefined, {
        signal: this.stopping.signal,
      }).catch(() => undefined);
      await this.relaunch();
    }
  }

  private async relaunch(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        this.current = await this.options.launch(this.stopping.signal);
        this.killed = false;
        return;
      } catch (error) {
        if (!this.stopping.signal.aborted) this.options.onOwnEnd((error as Error).message);
        await sleep(1_000);
      }
    }
  }

  private signal(name: NodeJS.Signals): void {
    if (this.current?.running()) process.kill(this.current.pid, name);
  }

  /** For a harness that ends badly: one that was being started is known by its file only. */
  endNow(): void {
    const left = readPidFile(this.options.pidFile);
    if (left && isOurs(left)) process.kill(left.pid, 'SIGKILL');
  }
}
