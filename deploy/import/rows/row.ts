import type { Urgency } from './urgency';

/** The words of `--json`, by which a program recognises why a row cannot be used. */
export type Why =
  | 'columns missing'
  | 'no name'
  | 'no need'
  | 'contact date'
  | 'born after the contact'
  | 'unreadable'
  | 'refused';

export interface BadRow {
  readonly line: number;
  readonly why: Why;
  /** For the person, in French. */
  readonly reason: string;
}

/** A usable row: what the API is told. Days are `YYYY-MM-DD`. */
export interface GoodRow {
  readonly line: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly words: string;
  readonly urgency: Urgency;
  readonly contactedOn: string;
  readonly note?: string;
  /** What was left out of the row, in French. */
  readonly remarks: readonly string[];
}

export function isBad(row: BadRow | GoodRow): row is BadRow {
  return 'why' in row;
}
