import type { PersonFile } from '../../api/answers/people';

export type Wishes = PersonFile['safeContact'];

/** A file as it is typed. The first phone and the first mail are those that are used. */
export interface PersonDraft {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly address: string;
  readonly phones: readonly string[];
  readonly mails: readonly string[];
  readonly safeContact: Wishes;
}
export type DraftField = keyof PersonDraft;
export const draftFields = [
  'firstName',
  'lastName',
  'birthDate',
  'phones',
  'mails',
  'address',
  'safeContact',
] as const satisfies readonly DraftField[];

export function draftOf(file: PersonFile): PersonDraft {
  const { firstName, lastName, birthDate, address = '', phones, mails, safeContact } = file;
  return {
    ...{ firstName, lastName, address, safeContact },
    birthDate: birthDate === undefined ? '' : birthDate.split('-').reverse().join('/'),
    phones: preferredFirst(phones),
    mails: preferredFirst(mails),
  };
}

function preferredFirst(points: PersonFile['phones']): string[] {
  return [...points]
    .sort((one, other) => Number(other.preferred) - Number(one.preferred))
    .map(({ value }) => value);
}

/** What the service is told: the fields that differ, and nothing else. An emptied one is erased. */
export function changeOf(before: PersonDraft, draft: PersonDraft) {
  const differs = (field: DraftField) => !isSame(field, before, draft);
  return {
    ...(differs('firstName') && { firstName: draft.firstName }),
    ...(differs('lastName') && { lastName: draft.lastName }),
    ...(differs('birthDate') && { birthDate: orNothing(draft.birthDate) }),
    ...(differs('address') && { address: orNothing(draft.address) }),
    ...(differs('phones') && { phones: points(draft.phones) }),
    ...(differs('mails') && { mails: points(draft.mails) }),
    ...(differs('safeContact') && { safeContact: draft.safeContact }),
  };
}

const orNothing = (text: string) => (text.trim() === '' ? null : text);
const filled = (values: readonly string[]) =>
  values.map((value) => value.trim()).filter((value) => value !== '');
const points = (values: readonly string[]) => filled(values).map((value) => ({ value }));

export function isSame(field: DraftField, one: PersonDraft, other: PersonDraft): boolean {
  return said(one[field]) === said(other[field]);
}

function said(value: PersonDraft[DraftField]): string {
  if (typeof value === 'string') return value.trim();
  return JSON.stringify(Array.isArray(value) ? filled(value as readonly string[]) : value);
}

export interface Met {
  /** Mine where I typed, theirs elsewhere: nothing that was typed is lost. */
  readonly draft: PersonDraft;
  /** What they changed and I did not: it is there now. */
  readonly taken: readonly DraftField[];
  /** What both changed, otherwise: mine stays until I choose. */
  readonly disputed: readonly DraftField[];
}

/** Somebody saved the same file while I typed. `base` is what we both began with. */
export function meet(base: PersonDraft, mine: PersonDraft, theirs: PersonDraft): Met {
  const theyChanged = draftFields.filter((field) => !isSame(field, base, theirs));
  const taken = theyChanged.filter((field) => isSame(field, base, mine));
  const disputed = theyChanged.filter((field) => !taken.includes(field) && !isSame(field, mine, theirs));
  const draft = taken.reduce<PersonDraft>((kept, field) => ({ ...kept, [field]: theirs[field] }), mine);
  return { draft, taken, disputed };
}
