import type { Chance } from '../../day/chance';
import type { Desk } from './desk';

export interface Request {
  readonly needId: string;
  readonly version: number;
  readonly status: string;
  readonly topic: string;
  readonly personId: string;
  readonly appointment?: {
    readonly appointmentId: string;
    readonly sessionId: string;
    readonly startsAt: string;
    readonly confirmed: boolean;
  };
}

export interface Slot {
  readonly sessionId: string;
  readonly startsAt: string;
}

/** What an agent has on the screen is a little old. */
const screenAgeMs = 2_000;
const page = 60;

interface Screen {
  readonly at: number;
  readonly items: readonly Request[];
  readonly total: number;
}

/** The lists of legal access that agents look at, shared so that reading does not outweigh doing. */
export class Queue {
  private readonly screens = new Map<string, Promise<Screen>>();
  private readonly totals = new Map<string, number>();

  constructor(
    private readonly desk: Desk,
    private readonly chance: Chance,
  ) {}

  waiting(): Promise<readonly Request[]> {
    return this.list('status=waiting');
  }

  placed(): Promise<readonly Request[]> {
    return this.list('status=placed');
  }

  /** How many wait, as last seen. */
  get waitingCount(): number {
    return this.totals.get('status=waiting') ?? 0;
  }

  async slots(topic: string): Promise<readonly Slot[]> {
    const found = await this.desk.read<{ items: Slot[] }>(
      'legal-access-officer',
      `legal-access/slots?topic=${topic}&limit=100`,
    );
    return found?.items ?? [];
  }

  private async list(filter: string): Promise<readonly Request[]> {
    const known = await this.screens.get(filter);
    if (known && performance.now() - known.at < screenAgeMs) return known.items;
    const fresh = this.look(filter);
    this.screens.set(filter, fresh);
    return (await fresh).items;
  }

  /** Somewhere in the list, so that it is not always the same people. */
  private async look(filter: string): Promise<Screen> {
    const offset = this.chance.below(Math.max(1, (this.totals.get(filter) ?? 0) - page));
    const found = await this.desk.read<{ items: Request[]; total: number }>(
      'legal-access-officer',
      `legal-access/requests?${filter}&limit=${page}&offset=${offset}`,
    );
    const { items = [], total = 0 } = found ?? {};
    this.totals.set(filter, total);
    return { at: performance.now(), items, total };
  }
}
