import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';
import type { AgeBand } from './age-band';
import {
  evolvePerson,
  initialPerson,
  type ConsentAnswer,
  type ConsentPurpose,
  type Person,
  type PersonEvent,
  type PersonField,
} from './person';

export type PersonCommand =
  | {
      readonly type: 'RegisterPerson';
      readonly district?: string;
      readonly ageBand: AgeBand;
      readonly now: Date;
    }
  | {
      readonly type: 'ChangeDetails';
      /** What really differs; none is nothing to do. */
      readonly fields: readonly PersonField[];
      readonly district?: string;
      readonly ageBand: AgeBand;
    }
  | {
      readonly type: 'RecordConsent';
      readonly purpose: ConsentPurpose;
      readonly answer: ConsentAnswer;
      readonly now: Date;
    }
  /** Sent again, it is the same copy. */
  | { readonly type: 'MakeCopy'; readonly copyId: string }
  /** `keptId` is the file at the end of the target's own merges, looked up in the same transaction. */
  | { readonly type: 'MergePerson'; readonly personId: string; readonly keptId: string }
  | { readonly type: 'UnmergePerson' }
  | { readonly type: 'AbsorbDuplicate'; readonly duplicateId: string }
  | { readonly type: 'ReleaseDuplicate'; readonly duplicateId: string };

type Answer = 'yes' | 'nothing' | 'PersonUnknown' | 'PersonMerged';

/** What may happen to a file, by its status. `nothing`: asked twice, the first answer stands. */
export const whatMayHappen: Readonly<
  Record<PersonCommand['type'], Readonly<Record<Person['status'], Answer>>>
> = {
  //                  unknown                     registered             merged
  RegisterPerson: { unknown: 'yes', registered: 'nothing', merged: 'nothing' },
  ChangeDetails: { unknown: 'PersonUnknown', registered: 'yes', merged: 'PersonMerged' },
  RecordConsent: { unknown: 'PersonUnknown', registered: 'yes', merged: 'PersonMerged' },
  MakeCopy: { unknown: 'PersonUnknown', registered: 'yes', merged: 'PersonMerged' },
  MergePerson: { unknown: 'PersonUnknown', registered: 'yes', merged: 'yes' },
  UnmergePerson: { unknown: 'PersonUnknown', registered: 'nothing', merged: 'yes' },
  AbsorbDuplicate: { unknown: 'PersonUnknown', registered: 'yes', merged: 'PersonMerged' },
  ReleaseDuplicate: { unknown: 'PersonUnknown', registered: 'yes', merged: 'yes' },
};

const refusals = {
  PersonUnknown: refuse(
    'UnknownPerson',
    'Cette personne n’existe pas dans l’annuaire. Recherchez-la par son nom.',
    'id',
  ),
  PersonMerged: refuse(
    'PersonMerged',
    'Cette fiche a été réunie à une autre. Ouvrez la fiche gardée, ou séparez-les d’abord.',
    'id',
  ),
};

export function decidePerson(command: PersonCommand, state: Person): Decision<PersonEvent> {
  const answer = whatMayHappen[command.type][state.status];
  if (answer === 'nothing') return [];
  return answer === 'yes' ? happens(command, state) : refusals[answer];
}

function happens(command: PersonCommand, state: Person): Decision<PersonEvent> {
  switch (command.type) {
    case 'RegisterPerson': {
      const { district, ageBand, now } = command;
      return [{ type: 'PersonRegistered', district, ageBand, at: now }];
    }
    case 'ChangeDetails': {
      const { fields, district, ageBand } = command;
      return fields.length === 0 ? [] : [{ type: 'DetailsChanged', fields, district, ageBand }];
    }
    case 'RecordConsent':
      return [{ type: 'ConsentRecorded', purpose: command.purpose, answer: command.answer, at: command.now }];
    case 'MakeCopy':
      return isSameCopy(command, state) ? [] : [{ type: 'CopyMade', copyId: command.copyId }];
    case 'MergePerson':
      return merge(command, state);
    case 'UnmergePerson':
      return state.status === 'merged' ? [{ type: 'PersonUnmerged', from: state.into }] : [];
    case 'AbsorbDuplicate':
      return [{ type: 'DuplicateAbsorbed', duplicateId: command.duplicateId }];
    case 'ReleaseDuplicate':
      return [{ type: 'DuplicateReleased', duplicateId: command.duplicateId }];
  }
}

function isSameCopy({ copyId }: { readonly copyId: string }, state: Person): boolean {
  return state.status !== 'unknown' && state.lastCopyId === copyId;
}

function merge(
  command: Extract<PersonCommand, { type: 'MergePerson' }>,
  state: Person,
): Decision<PersonEvent> {
  if (state.status === 'merged') {
    return state.into === command.keptId
      ? []
      : refuse(
          'AlreadyMerged',
          'Cette fiche est déjà réunie à une autre. Séparez-les d’abord si c’était une erreur.',
          'id',
        );
  }
  if (command.keptId === command.personId) {
    return refuse(
      'MergeIntoItself',
      'Ces deux fiches n’en font déjà qu’une : celle-ci est la fiche gardée. Choisissez une autre fiche.',
      'into',
    );
  }
  return [{ type: 'PersonMerged', into: command.keptId }];
}

export const personDecider: Decider<PersonCommand, Person, PersonEvent> = {
  initial: initialPerson,
  decide: decidePerson,
  evolve: evolvePerson,
};
