import { randomUUIDv7 } from 'node:crypto';
import type { Cause, Transaction } from './types';

/** A work asks for the session: it has to read, so it cannot share a transaction unseen. */
class MustReadError extends Error {
  override readonly name = 'MustReadError';
}

type Identity = Cause & { readonly correlationId: string; readonly causationId: string };

/** A transaction without a session: whoever asks for one is stopped, and `mustRead` says so. */
export function unreadTransaction(
  identity: Identity,
  now: Date,
): { tx: Transaction; mustRead: () => boolean } {
  let asked = false;
  const tx: Transaction = {
    ...identity,
    now,
    newId: () => randomUUIDv7(),
    attempt: 1,
    entries: [],
    later: [],
    get session(): never {
      asked = true;
      throw new MustReadError();
    },
  };
  return { tx, mustRead: () => asked };
}

/** The same transaction for another cause; a spread would ask for the session. */
export function becauseOf(tx: Transaction, cause: Cause): Transaction {
  return Object.create(Object.prototype, {
    ...Object.getOwnPropertyDescriptors(tx),
    ...Object.getOwnPropertyDescriptors(cause),
  }) as Transaction;
}
