import { z } from 'zod';

/** An event that crosses a service, declared once by its producer: CloudEvents 1.0 in binary mode on Kafka. */
export interface EventContract<Data = unknown> {
  /** Past tense, PascalCase: `NeedIdentified`. Becomes `ce_type`. */
  readonly type: string;
  /** Raised by any change but a new optional field. Becomes `ce_dataversion`. */
  readonly version: number;
  /** `<service>.<aggregate>`; the broker's topic is this behind the prefix (`passerelle.ccas.need`). */
  readonly topic: string;
  /** Name of the data's field that holds the aggregate's id, which is the Kafka key. */
  readonly key: string;
  /** One English sentence for the catalogue. */
  readonly summary: string;
  readonly schema: z.ZodType<Data>;
  /** From each older version's data to this one's. */
  readonly upcasts?: Readonly<Record<number, (older: never) => Data>>;
}

/** What a consumer receives. Times are instants; ids are UUIDs. */
export interface EventEnvelope<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** The service that decided it: `ccas`. */
  readonly source: string;
  readonly topic: string;
  readonly key: string;
  /** The aggregate's own count of its events, from 1, rising; the inbox compares it. */
  readonly sequence: number;
  readonly time: Date;
  /** INSEE code of a commune or SIREN of a grouping. */
  readonly territory: string;
  /** Shared by everything that one first command caused. */
  readonly correlationId: string;
  /** The event or command that caused this one. */
  readonly causationId: string;
  /** Subject of the agent's token, `link:<purpose>` for a signed link, or absent when the software acted by itself. */
  readonly actor?: string;
  readonly traceparent?: string;
  readonly data: Data;
}

export type DataOf<Contract> = Contract extends EventContract<infer Data> ? Data : never;

export function defineEvent<Data extends Record<string, unknown>>(
  contract: EventContract<Data> & { readonly key: keyof Data & string },
): EventContract<Data> {
  return contract;
}

export const id = () => z.uuid();
export const instant = () => z.iso.datetime({ offset: true });
/** A calendar day in Paris, `2026-12-03`. */
export const day = () => z.iso.date();
export const slug = () => z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
