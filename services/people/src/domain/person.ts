import type { AgeBand } from './age-band';

export const consentPurposes = ['share-with-partners', 'special-needs', 'notes-sharing'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export const consentAnswers = ['given', 'refused', 'unknown'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** Names of what a person's file holds; the values live in `person-details`, which can be erased. */
export const personFields = [
  'firstName',
  'lastName',
  'birthDate',
  'address',
  'district',
  'phones',
  'mails',
  'safeContact',
] as const;
export type PersonField = (typeof personFields)[number];

export interface Consent {
  readonly answer: ConsentAnswer;
  readonly at: Date;
}
export type Consents = Readonly<Record<ConsentPurpose, Consent>>;

interface Known {
  readonly district?: string;
  readonly ageBand: AgeBand;
  readonly consents: Consents;
  /** The last copy of their data that was made for them. */
  readonly lastCopyId?: string;
}

/** Unknown → registered ⇄ merged. What may happen in each is the table of `person.decide.ts`. */
export type Person =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'registered' } & Known)
  | ({ readonly status: 'merged'; readonly into: string } & Known);

export type PersonEvent =
  | {
      readonly type: 'PersonRegistered';
      readonly district?: string;
      readonly ageBand: AgeBand;
      readonly at: Date;
    }
  | {
      readonly type: 'DetailsChanged';
      readonly fields: readonly PersonField[];
      readonly district?: string;
      readonly ageBand: AgeBand;
    }
  | {
      readonly type: 'ConsentRecorded';
      readonly purpose: ConsentPurpose;
      readonly answer: ConsentAnswer;
      readonly at: Date;
    }
  /** A copy of all that the town holds was made for the person. */
  | { readonly type: 'CopyMade'; readonly copyId: string }
  | { readonly type: 'PersonMerged'; readonly into: string }
  | { readonly type: 'PersonUnmerged'; readonly from: string }
  /** The other side of a merge, on the file that is kept: two merges that would form a loop meet here and one is refused. */
  | { readonly type: 'DuplicateAbsorbed'; readonly duplicateId: string }
  | { readonly type: 'DuplicateReleased'; readonly duplicateId: string };

export const initialPerson: Person = { status: 'unknown' };

export function evolvePerson(state: Person, event: PersonEvent): Person {
  if (event.type === 'PersonRegistered') return register(event);
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'DetailsChanged':
      return { ...state, district: event.district, ageBand: event.ageBand };
    case 'ConsentRecorded':
      return {
        ...state,
        consents: { ...state.consents, [event.purpose]: { answer: event.answer, at: event.at } },
      };
    case 'CopyMade':
      return { ...state, lastCopyId: event.copyId };
    case 'PersonMerged':
      return { ...state, status: 'merged', into: event.into };
    case 'PersonUnmerged': {
      const { district, ageBand, consents } = state;
      return { status: 'registered', district, ageBand, consents };
    }
    case 'DuplicateAbsorbed':
    case 'DuplicateReleased':
      return state;
  }
}

/** Nobody has answered anything yet: that is an answer too, and it is dated. */
function register(event: Extract<PersonEvent, { type: 'PersonRegistered' }>): Person {
  const unknown: Consent = { answer: 'unknown', at: event.at };
  return {
    status: 'registered',
    district: event.district,
    ageBand: event.ageBand,
    consents: { 'share-with-partners': unknown, 'special-needs': unknown, 'notes-sharing': unknown },
  };
}
