import type { AggregateStore, Transaction } from '@passerelle/messaging';
import type { ContactPoint, SafeContact } from '../domain/contact-points';
import type { Identity } from '../domain/identity';
import type { SearchQuery } from '../domain/search-query';
import type { Person, PersonEvent } from '../domain/person';
import type { PersonCommand } from '../domain/person.decide';

/** Everything personal about a person, and the whole of what an erasure removes with the lookup entry. */
export interface PersonDetails {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly phones: readonly ContactPoint[];
  readonly mails: readonly ContactPoint[];
  readonly address?: string;
  readonly district?: string;
  readonly safeContact: SafeContact;
  readonly trackingCode: string;
}

export interface Details {
  read(id: string, tx?: Transaction): Promise<PersonDetails | undefined>;
  readMany(ids: readonly string[], tx?: Transaction): Promise<ReadonlyMap<string, PersonDetails>>;
  write(tx: Transaction, id: string, details: PersonDetails): Promise<void>;
  isTaken(tx: Transaction, trackingCode: string): Promise<boolean>;
}

export interface Known {
  readonly id: string;
  /** Itself, or the file it is merged into, at the end of the chain. */
  readonly keptId: string;
  readonly identity: Identity;
}

/** The index by which persons are found. */
export interface Lookup {
  /** Who shares one of these keys: everybody who may be the same person. */
  sharing(territory: string, keys: readonly string[], tx?: Transaction): Promise<Known[]>;
  /** Who meets all the terms, at most `limit`, in no order; slips count only when few are met without. */
  meeting(territory: string, query: SearchQuery, limit: number): Promise<Known[]>;
  write(tx: Transaction, id: string, identity: Identity, keys: readonly string[]): Promise<void>;
  keep(tx: Transaction, ids: readonly string[], keptId: string): Promise<void>;
}

/** Two transactions that hold one same key cannot both be first: the later one runs again and sees what the other did. */
export interface IdentityLocks {
  hold(tx: Transaction, keys: readonly string[]): Promise<void>;
}

export interface Kept {
  /** Itself, or the file at the end of the chain of merges. */
  readonly id: string;
  readonly territory: string;
}

/** Who is merged into whom. */
export interface Merges {
  /** By the ids asked; unknown ids are not there. */
  keptOf(ids: readonly string[], tx?: Transaction): Promise<ReadonlyMap<string, Kept>>;
  /** The ids merged into this one, directly or through others; without itself. */
  duplicatesOf(id: string, tx?: Transaction): Promise<string[]>;
}

export interface Ports {
  readonly persons: AggregateStore<PersonCommand, Person, PersonEvent>;
  readonly details: Details;
  readonly lookup: Lookup;
  readonly locks: IdentityLocks;
  readonly merges: Merges;
  /** A whole number from 0 to `below` - 1 that nobody can guess. */
  readonly random: (below: number) => number;
}
