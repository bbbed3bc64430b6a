import { setTimeout as sleep } from 'node:timers/promises';
import { Chance } from '../../day/chance';
import type { Load, LoadOptions } from '../types';
import { drawAct } from './acts';
import { layOut } from './acts/sessions';
import { Book } from './book';
import { Desk } from './desk';
import type { Hand } from './hand';
import { Letters } from './letters';
import { Queue } from './queue';
import { Town } from './town';

const agents = 32;

/**
 * Simulated agents drive the gateway until `stop`, each with lots of its own from the seed. Resolves once the town is laid out:
 * partners, places and permanences are there.
 */
export async function startLoad(options: LoadOptions): Promise<Load> {
  const book = new Book();
  const desk = new Desk(options, book);
  const town = new Town();
  const chance = new Chance(options.seed);
  const shared = { desk, town, letters: new Letters(options.mails), queue: new Queue(desk, chance) };
  await layOut({ ...shared, chance });
  const pace = new Pace(options.perSecond);
  let stopped = false;
  const work = async (lots: Chance) => {
    const hand: Hand = { ...shared, chance: lots };
    while (!stopped) {
      await pace.turn();
      if (!stopped) await actOnce(hand, book);
    }
  };
  const working = Array.from({ length: agents }, (_, index) =>
    work(new Chance(options.seed + 7_919 * (index + 1))),
  );
  return {
    ledger: book,
    stop: async () => {
      stopped = true;
      desk.stop();
      await Promise.all(working);
      desk.close();
    },
  };
}

/** What there is nothing of is drawn again; a mistake of an agent is theirs, and is told. */
async function actOnce(hand: Hand, book: Book): Promise<void> {
  try {
    for (let draw = 0; draw < 20; draw += 1) if (await drawAct(hand.chance)(hand)) return;
  } catch (error) {
    book.wonder(`an agent stumbled: ${(error as Error).stack ?? String(error)}`);
  }
}

/** So many turns a second in all; whoever comes late does not run after them for more than a second. */
class Pace {
  private next = performance.now();

  constructor(private readonly perSecond: number) {}

  async turn(): Promise<void> {
    const now = performance.now();
    this.next = Math.max(this.next, now - 1_000) + 1_000 / this.perSecond;
    if (this.next > now) await sleep(this.next - now);
  }
}
