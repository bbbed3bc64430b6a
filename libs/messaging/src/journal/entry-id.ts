import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesEach = 16;
// Drawn for many at once: for one alone it cost as much as the rest of the entry.
const pool = Buffer.alloc(bytesEach * 256);
let used = pool.length;
let last = { msecs: 0, seq: 0 };

/** A UUIDv7 that rises within a millisecond too, which Node's own does not: a timeline reads well in this order. */
export function nextEntryId(): string {
  if (used === pool.length) used = randomFillSync(pool) && 0;
  const random = pool.subarray(used, (used += bytesEach));
  const now = Date.now();
  // The counter has 32 bits and begins in the lower half: a process does not make two billion in a millisecond.
  last = now > last.msecs ? { msecs: now, seq: random.readUInt32BE() >>> 1 } : { ...last, seq: last.seq + 1 };
  return v7({ random, ...last });
}
