import { setTimeout as sleep } from 'node:timers/promises';
import { offsetIn } from '../../deploy/local/clock-offset';
import { writeJson } from '../../deploy/local/kept-json';

/** Services look at the file four times a second. */
const noticedWithinMs = 1_000;

/** The time that the services live in; it only goes forward. */
export class TownClock {
  constructor(private readonly file: string) {}

  now(): Date {
    return new Date(Date.now() + offsetIn(this.file));
  }

  async moveTo(instant: Date): Promise<void> {
    const ahead = instant.getTime() - this.now().getTime();
    if (ahead <= 0) return;
    writeJson(this.file, { offsetMs: offsetIn(this.file) + ahead });
    await sleep(noticedWithinMs);
  }
}
