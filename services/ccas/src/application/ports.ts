import type { Field } from '@passerelle/contracts';
import type { AggregateStore, Transaction } from '@passerelle/messaging';
import type { GoAhead, GoAheadCommand, GoAheadEvent } from '../domain/go-ahead';
import type { Need, NeedEvent } from '../domain/need';
import type { NeedCommand } from '../domain/need.decide';
import type { Referral, ReferralEvent } from '../domain/referral';
import type { Consent, ReferralCommand } from '../domain/referral.decide';
import type { ChainLink } from './chain/chain-link';

/** What this service keeps, as its use cases see it. */
export interface Ports {
  readonly needs: AggregateStore<NeedCommand, Need, NeedEvent>;
  readonly goAheads: AggregateStore<GoAheadCommand, GoAhead, GoAheadEvent>;
  readonly referrals: AggregateStore<ReferralCommand, Referral, ReferralEvent>;
  readonly referralTexts: ReferralTexts;
  readonly openReferrals: OpenReferrals;
  readonly partners: PartnerBook;
  readonly consents: Consents;
  readonly notes: NeedNotes;
  readonly servedFields: ServedFields;
  readonly aliases: PersonAliases;
  readonly chainLinks: ChainLinks;
  readonly workers: Workers;
  readonly due: DueFinders;
}

export const noteKinds = ['words', 'note', 'reorientation', 'withdrawal', 'reopening'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** A resident's own words, a worker's note or reason: erasable, beside the journal, which names only its id. */
export interface NeedNote {
  readonly id: string;
  readonly needId: string;
  readonly personId: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export interface NeedNotes {
  write(tx: Transaction, notes: readonly NeedNote[]): Promise<void>;
  /** Whether this note was already written: the form was sent twice. */
  has(tx: Transaction, noteId: string): Promise<boolean>;
}

export const referralTextKinds = [
  'to-partner',
  'contact',
  'question',
  'answer',
  'decline-reason',
  'outcome',
] as const;
export type ReferralTextKind = (typeof referralTextKinds)[number];

/** What the worker and a partner write to each other: erasable, beside the journal, which names only its id. */
export interface ReferralText {
  readonly id: string;
  readonly referralId: string;
  readonly needId: string;
  readonly personId: string;
  readonly kind: ReferralTextKind;
  readonly text: string;
  /** Subject of a token, or `link:referral-answer`. */
  readonly by: string;
  readonly at: Date;
}

export interface ReferralTexts {
  write(tx: Transaction, texts: readonly ReferralText[]): Promise<void>;
  /** Whether this text was already written: the form was sent twice. */
  has(tx: Transaction, textId: string): Promise<boolean>;
}

export interface OpenReferrals {
  /** Ids of those of one person, under whatever id. */
  ofPerson(tx: Transaction, personId: string): Promise<string[]>;
}

/** What the directory told about partners. */
export interface PartnerBook {
  one(tx: Transaction, partnerId: string): Promise<{ readonly active: boolean } | undefined>;
  note(
    tx: Transaction,
    partner: {
      readonly partnerId: string;
      readonly kind: string;
      readonly topics: readonly string[];
      readonly rank: number;
      readonly active: boolean;
    },
    sequence: number,
  ): Promise<void>;
}

/** What residents answered about being presented to partners outside the town. */
export interface Consents {
  note(tx: Transaction, personId: string, answer: Consent, at: Date): Promise<void>;
  /** Their last word, written on: a refusal at the same instant meets whoever relies on it, and one of them runs again. */
  rely(tx: Transaction, personId: string): Promise<Consent>;
}

export interface ServedFields {
  /** `eventId` is what made it known: the cause of what follows from it. */
  know(tx: Transaction, field: string, eventId: string): Promise<void>;
  isServed(tx: Transaction, field: Field): Promise<boolean>;
}

export interface PersonAliases {
  join(tx: Transaction, personId: string, into: string): Promise<void>;
  part(tx: Transaction, personId: string): Promise<void>;
}

export interface ChainLinks {
  add(tx: Transaction, link: ChainLink): Promise<void>;
}

export interface Workers {
  /** Whether this agent works with needs in the territory of the transaction. */
  works(tx: Transaction, workerId: string): Promise<boolean>;
}

export interface DueNeed {
  readonly id: string;
  readonly territory: string;
  readonly causationId?: string;
}

export interface DueFinders {
  /** Promises that have something to say, the most overdue first. */
  promises(now: Date, limit: number): Promise<DueNeed[]>;
  /** Answers to permanence requests that were held long enough to be taken back. */
  goAheadsToSend(now: Date, limit: number): Promise<DueNeed[]>;
  /** Referrals that have something to say: a reminder, or their end. */
  referrals(now: Date, limit: number): Promise<DueNeed[]>;
  /** Needs that wait for a service which is there now. */
  needsThatAServiceTakes(limit: number): Promise<DueNeed[]>;
}
