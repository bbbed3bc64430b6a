import type { ConsentAnswer } from '../../api/answers/people';
import { useKept } from '../../app/kept-forms';
import { parisToday } from '../../ui/dates';
import type { Topic } from '../topics';

export interface PersonForm {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

export interface NeedDraft {
  /** Made here: the same form sent twice notes the need once. */
  readonly id: string;
  readonly words: string;
  /** Empty: the one that the words propose, or none yet. */
  readonly topic: Topic | '';
  readonly urgent: boolean;
  readonly note: string;
}

export interface Draft {
  /** Of the person to be created, should there be one. */
  readonly newPersonId: string;
  readonly person:
    | { readonly kind: 'none' }
    | { readonly kind: 'known'; readonly id: string }
    | { readonly kind: 'new'; readonly form: PersonForm; readonly seen: readonly string[] };
  readonly needs: readonly NeedDraft[];
  readonly contactedOn: string;
  readonly consent?: ConsentAnswer;
}

export const newNeed = (): NeedDraft => ({
  id: crypto.randomUUID(),
  words: '',
  topic: '',
  urgent: false,
  note: '',
});

export const emptyForm: PersonForm = {
  firstName: '',
  lastName: '',
  birthDate: '',
  phone: '',
  email: '',
  address: '',
};

function emptyDraft(personId: string | undefined): Draft {
  return {
    newPersonId: crypto.randomUUID(),
    person: personId === undefined ? { kind: 'none' } : { kind: 'known', id: personId },
    needs: [newNeed()],
    contactedOn: parisToday(),
  };
}

/** One form for each person that reception was opened for, and one for whoever comes. */
export function useDraft(personId: string | undefined) {
  const start = () => emptyDraft(personId);
  const { value: draft, set, forget } = useKept(`noter:${personId ?? ''}`, start, isStarted);
  const change = (part: Partial<Draft>) => set((before) => ({ ...before, ...part }));
  return { draft, change, clear: forget };
}

export function isStarted({ person, needs }: Draft): boolean {
  return person.kind === 'new' || needs.some(({ words, note }) => words !== '' || note !== '');
}

export interface Fault {
  /** Id of the field, for the summary's link. */
  readonly field: string;
  readonly sentence: string;
}

/** What is missing before anything is sent; services judge the rest. */
export function faultsOf({ person, needs, contactedOn }: Draft): Fault[] {
  return [...personFaults(person), ...needs.flatMap(needFaults), ...dayFaults(contactedOn)];
}

function personFaults(person: Draft['person']): Fault[] {
  if (person.kind === 'none')
    return [{ field: 'person', sentence: 'Choisissez la personne, ou créez sa fiche.' }];
  if (person.kind === 'known') return [];
  const { firstName, lastName } = person.form;
  return [
    ...(firstName.trim() === '' ? [{ field: 'firstName', sentence: 'Indiquez le prénom.' }] : []),
    ...(lastName.trim() === '' ? [{ field: 'lastName', sentence: 'Indiquez le nom.' }] : []),
  ];
}

function needFaults({ id, words, topic }: NeedDraft): Fault[] {
  if (words.trim() !== '' || topic !== '') return [];
  return [{ field: `words-${id}`, sentence: 'Notez ce que dit la personne, ou choisissez un sujet.' }];
}

function dayFaults(day: string): Fault[] {
  if (day === '') return [{ field: 'contactedOn', sentence: 'Indiquez le jour de la venue.' }];
  return day > parisToday() ? [{ field: 'contactedOn', sentence: 'Ce jour n’est pas encore venu.' }] : [];
}
