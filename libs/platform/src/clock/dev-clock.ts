import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Clock } from './clock';

const movedClock = z.object({ offsetMs: z.number().int() });
const rereadEveryMs = 250;

/** Real time plus the offset written in a file, which all services of a development stack re-read. */
export class DevClock extends Clock {
  private offsetMs = 0;
  private readonly timer: NodeJS.Timeout;

  private constructor(private readonly file: string) {
    super();
    this.timer = setInterval(() => void this.reread(), rereadEveryMs);
    this.timer.unref();
  }

  static async following(file: string): Promise<DevClock> {
    const clock = new DevClock(file);
    await clock.reread();
    return clock;
  }

  override now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  override stop(): void {
    clearInterval(this.timer);
  }

  /** No file means real time; a file caught half-written keeps the last offset. */
  private async reread(): Promise<void> {
    try {
      this.offsetMs = movedClock.parse(JSON.parse(await readFile(this.file, 'utf8'))).offsetMs;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') this.offsetMs = 0;
    }
  }
}
