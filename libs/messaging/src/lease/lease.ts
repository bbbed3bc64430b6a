import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { systemTime, within, type Time } from '../time';

export interface HeldLease {
  /** Rises with every new holder; stamped on each record. */
  readonly fence: number;
  /** Whether there is still time to act under it, on this process's monotonic clock. */
  isHeld(): boolean;
}

interface LeaseDocument {
  _id: string;
  holder: string;
  fence: number;
  expiresAt: Date;
}

/** Stops early by this much: a send must have started well before another holder may begin. */
const marginMs = 1_500;

/**
 * One holder at a time, judged on mongod's clock (`$$NOW`), so that no process's wall clock matters. The holder counts its own
 * deadline on its monotonic clock from before it asked: it can only be too careful.
 */
export class Lease {
  private readonly holder = randomUUID();
  private known = false;
  private heldUntil = 0;
  /** Counts the times that it was taken. What once lapsed stays lapsed, though a renewal comes in time for mongod: duties have ended. */
  private holding = 0;

  constructor(
    private readonly connection: Connection,
    private readonly name: string,
    private readonly ttlMs = 5_000,
    private readonly time: Time = systemTime,
  ) {}

  /** Takes or renews it. Undefined while another process holds it. */
  async acquire(): Promise<HeldLease | undefined> {
    const askedAt = this.time.monotonicMs();
    // Later it would be of no use.
    const granted = await within(this.ttlMs, this.ask(), this.time);
    if (!granted) {
      this.heldUntil = 0;
      return undefined;
    }
    if (this.time.monotonicMs() >= this.heldUntil) this.holding += 1;
    this.heldUntil = askedAt + this.ttlMs - marginMs;
    const { holding } = this;
    const isHeld = () => this.holding === holding && this.time.monotonicMs() < this.heldUntil;
    return { fence: granted.fence, isHeld };
  }

  /** Lets another process take it at once. */
  async release(): Promise<void> {
    this.heldUntil = 0;
    await this.leases.updateOne({ _id: this.name, holder: this.holder }, [
      { $set: { expiresAt: '$$NOW', holder: '' } },
    ]);
  }

  private get leases() {
    return this.connection.db!.collection<LeaseDocument>('leases');
  }

  private async ask(): Promise<LeaseDocument | undefined> {
    await this.exists();
    const mine = { $and: [{ $eq: ['$holder', this.holder] }, { $gt: ['$expiresAt', '$$NOW'] }] };
    const document = await this.leases.findOneAndUpdate(
      {
        _id: this.name,
        $or: [{ holder: this.holder }, { $expr: { $lte: ['$expiresAt', '$$NOW'] } }],
      },
      [
        {
          $set: {
            // Renewed in time it keeps its fence; taken again after it lapsed, it is a new holding.
            fence: { $cond: [mine, '$fence', { $add: ['$fence', 1] }] },
            holder: this.holder,
            expiresAt: { $add: ['$$NOW', this.ttlMs] },
          },
        },
      ],
      { returnDocument: 'after', writeConcern: { w: 'majority', j: true } },
    );
    return document ?? undefined;
  }

  /** Apart from the taking: mongod allows no `$expr` in an upsert. */
  private async exists(): Promise<void> {
    if (this.known) return;
    const free = { holder: '', fence: 0, expiresAt: new Date(0) };
    await this.leases
      .updateOne({ _id: this.name }, { $setOnInsert: free }, { upsert: true })
      .catch((error: { code?: number }) => {
        const madeMeanwhile = error.code === 11000;
        if (!madeMeanwhile) throw error;
      });
    this.known = true;
  }
}
