interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions<Item> {
  /** Items in one transaction. */
  readonly most: number;
  /** Transactions at once: while they run, others gather. */
  readonly slots: number;
  readonly together: (items: readonly Item[]) => Promise<void>;
  /** What a group could not do is done one by one. */
  readonly alone: (item: Item) => Promise<void>;
}

/** What arrives while transactions run shares the next one; what arrives alone goes at once. */
export class GroupCommit<Item> {
  private readonly waiting: Waiting<Item>[] = [];
  private busy = 0;

  constructor(private readonly options: GroupCommitOptions<Item>) {}

  /** Resolves when the item is durable. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      // Whatever else this turn of the event loop brings comes along.
      setImmediate(() => this.useFreeSlots());
    });
  }

  private useFreeSlots(): void {
    while (this.busy < this.options.slots && this.waiting.length > 0) {
      this.busy += 1;
      void this.commit(this.waiting.splice(0, this.options.most)).finally(() => {
        this.busy -= 1;
        this.useFreeSlots();
      });
    }
  }

  private async commit(group: readonly Waiting<Item>[]): Promise<void> {
    const { together, alone } = this.options;
    try {
      await together(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch {
      await Promise.all(group.map(({ item, resolve, reject }) => alone(item).then(resolve, reject)));
    }
  }
}
