import type { Chance } from '../../day/chance';

export interface Person {
  readonly id: string;
  /** Unknown when something else than our own command may have moved it. */
  version?: number;
  mergedInto?: string;
}

export interface Need {
  readonly id: string;
  readonly person: Person;
  topic?: string;
  version?: number;
  isOpen: boolean;
}

export interface Partner {
  readonly id: string;
  version: number;
  readonly form: PartnerForm;
}

export interface PartnerForm {
  readonly name: string;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly rank: number;
  readonly mailbox: string;
}

export const legalTopics = [
  'family-law',
  'housing-law',
  'labour-law',
  'residence-permit',
  'victim-support',
  'debt',
] as const;
export const otherTopics = [
  'childcare-place',
  'youth-job',
  'youth-mobility',
  'homework-support',
  'parenting-support',
] as const;

export const isLegal = (topic: string | undefined) =>
  (legalTopics as readonly string[]).includes(topic ?? '');

/** What the agents of the town have before them, from the answers they got. */
export class Town {
  readonly persons: Person[] = [];
  readonly needs: Need[] = [];
  readonly partners: Partner[] = [];
  /** Of appointments that were confirmed, or cancelled by an agent or a link: not twice. */
  readonly answered = new Set<string>();
  private readonly busy = new Set<string>();

  /**
   * One agent at a time on one file: what is seen in its history afterwards is theirs. Looks at some drawn by chance, and gives
   * nothing when none of them will do.
   */
  async with<Item extends { readonly id: string }, Result>(
    chance: Chance,
    among: readonly Item[],
    suits: (item: Item) => boolean,
    act: (item: Item) => Promise<Result>,
  ): Promise<Result | undefined> {
    for (let draw = 0; draw < 12 && among.length > 0; draw += 1) {
      const item = chance.one(among);
      if (!this.busy.has(item.id) && suits(item)) return this.alone(item.id, () => act(item));
    }
    return undefined;
  }

  /** Undefined when somebody is at it. */
  async alone<Result>(id: string, act: () => Promise<Result>): Promise<Result | undefined> {
    if (this.busy.has(id)) return undefined;
    this.busy.add(id);
    try {
      return await act();
    } finally {
      this.busy.delete(id);
    }
  }
}
