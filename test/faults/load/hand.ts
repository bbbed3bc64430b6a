import type { Chance } from '../../day/chance';
import type { Desk } from './desk';
import type { Letters } from './letters';
import type { Queue } from './queue';
import type { Town } from './town';

/** What one simulated agent works with. */
export interface Hand {
  readonly desk: Desk;
  readonly town: Town;
  readonly chance: Chance;
  readonly letters: Letters;
  readonly queue: Queue;
}

/** False when there was nothing of the kind to do: another act is drawn. */
export type Act = (hand: Hand) => Promise<boolean>;
