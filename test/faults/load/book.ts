import type { AcceptedCommand, Ledger } from '../types';

type Accepted = Omit<AcceptedCommand, 'at' | 'aggregateId'> & { readonly id: string };

/** Enough to see what went wrong; the rest is counted. */
const mostUnexpected = 200;

/** What was answered, written down as it comes. */
export class Book implements Ledger {
  readonly accepted: AcceptedCommand[] = [];
  readonly refused: Record<string, number> = {};
  readonly unexpected: string[] = [];

  accept({ what, service, aggregate, id, events }: Accepted): void {
    this.accepted.push({ at: new Date(), what, service, aggregate, aggregateId: id, events });
  }

  refuse(name: string): void {
    this.refused[name] = (this.refused[name] ?? 0) + 1;
  }

  wonder(what: string): void {
    if (this.unexpected.length < mostUnexpected) this.unexpected.push(what);
  }
}
