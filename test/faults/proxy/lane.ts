import type { Socket } from 'node:net';
import type { Framing } from './framing';

export interface LaneOptions {
  readonly from: Socket;
  readonly to: Socket;
  readonly framing: Framing;
  /** False: this message and all after it must not pass. */
  readonly mayPass: (message: Buffer) => boolean;
  readonly delayMs: () => number;
  readonly swallows: () => boolean;
  readonly sever: () => void;
}

/** One way of one connection: whole messages, late when told, or not at all. */
export class Lane {
  private readonly late: { readonly due: number; readonly bytes: Buffer }[] = [];
  private timer?: NodeJS.Timeout;
  private ended = false;

  constructor(private readonly options: LaneOptions) {
    const { from, to } = options;
    from.on('data', (chunk) => this.take(chunk));
    from.once('end', () => {
      this.ended = true;
      if (this.late.length === 0) to.end();
    });
    from.once('close', (broken) => {
      if (broken) to.resetAndDestroy();
      else if (!this.ended) to.destroy();
    });
    to.once('close', () => {
      clearTimeout(this.timer);
      this.late.length = 0;
    });
  }

  private take(chunk: Buffer): void {
    const { framing, mayPass, swallows, sever } = this.options;
    if (swallows()) return;
    let messages: Buffer[];
    try {
      messages = framing.push(chunk);
    } catch {
      return sever();
    }
    const barred = messages.findIndex((message) => !mayPass(message));
    const passing = barred < 0 ? messages : messages.slice(0, barred);
    if (passing.length > 0) this.pass(passing.length === 1 ? passing[0]! : Buffer.concat(passing));
    if (barred >= 0) sever();
  }

  private pass(bytes: Buffer): void {
    const due = performance.now() + this.options.delayMs();
    if (this.late.length === 0 && this.options.delayMs() === 0) return this.write(bytes);
    // A shorter delay never overtakes a longer one before it.
    this.late.push({ due: Math.max(due, this.late.at(-1)?.due ?? 0), bytes });
    this.timer ??= setTimeout(() => this.writeDue(), this.options.delayMs());
  }

  private writeDue(): void {
    this.timer = undefined;
    const now = performance.now();
    while (this.late.length > 0 && this.late[0]!.due <= now + 1) this.write(this.late.shift()!.bytes);
    if (this.late.length > 0) this.timer = setTimeout(() => this.writeDue(), this.late[0]!.due - now);
    else if (this.ended) this.options.to.end();
  }

  private write(bytes: Buffer): void {
    const { from, to } = this.options;
    if (to.write(bytes) || to.destroyed) return;
    from.pause();
    to.once('drain', () => from.resume());
  }
}
