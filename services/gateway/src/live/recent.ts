import type { Hint } from '@passerelle/messaging';

/** One thing to tell; without a hint: ask everything anew. */
export interface Told {
  readonly id: string;
  readonly hint?: Hint;
}

/** The last things told, numbered, so that a browser which lost its line for a moment hears what it missed. */
export class Recent {
  private readonly kept: Told[] = [];
  private count = 0;

  constructor(
    /** Another process numbers its own: its numbers mean nothing here. */
    private readonly process: string,
    private readonly most: number,
  ) {}

  add(hint?: Hint): Told {
    this.count += 1;
    const told = { id: this.lastId, ...(hint && { hint }) };
    this.kept.push(told);
    if (this.kept.length > this.most) this.kept.shift();
    return told;
  }

  get lastId(): string {
    return `${this.process}-${this.count}`;
  }

  /** What came after this id; undefined when nobody can tell any more. */
  after(id: string): readonly Told[] | undefined {
    if (id === this.lastId) return [];
    const [process, number] = split(id);
    const first = this.count - this.kept.length;
    // What is no number compares to nothing.
    if (process !== this.process || !(number >= first && number <= this.count)) return undefined;
    return this.kept.slice(number - first);
  }
}

function split(id: string): [string, number] {
  const at = id.lastIndexOf('-');
  const digits = id.slice(at + 1);
  return [id.slice(0, Math.max(0, at)), /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN];
}
