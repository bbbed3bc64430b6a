import { v5 as uuidv5 } from 'uuid';
import { plain } from '../reading/plain';
import type { GoodRow } from './row';

/**
 * What makes a row this row wherever it is read again: in a file sorted otherwise, saved in another encoding, with its dates
 * or phones written otherwise. Not the agent nor the urgency: the same words on the same day are the same contact.
 */
function fingerprint(row: GoodRow): string {
  return [
    plain(row.lastName),
    plain(row.firstName),
    row.birthDate ?? '',
    row.phone ?? '',
    row.email ?? '',
    plain(row.address ?? ''),
    plain(row.words),
    row.contactedOn,
  ].join('\u001f');
}

export interface RowIds {
  /** The id of the person, should this row be the first to speak of them. */
  readonly personId: string;
  readonly needId: string;
}

/** The same row in the same territory gives the same ids for ever: sending it again changes nothing. */
export function idsOf(row: GoodRow, territory: string): RowIds {
  const content = fingerprint(row);
  return {
    personId: uuidv5(`${territory}/person/${content}`, NAMESPACE),
    needId: uuidv5(`${territory}/need/${content}`, NAMESPACE),
  };
}

/** Drawn once for the import; changing it would double every row imported before. */
const NAMESPACE = '6f1d2c84-5b0e-4c35-9d0a-2f6f3b8f5f11';
