import type { DraftField, PersonDraft, Wishes } from './person-draft';

export const fieldLabels: Readonly<Record<DraftField, string>> = {
  firstName: 'Prénom',
  lastName: 'Nom',
  birthDate: 'Date de naissance',
  phones: 'Téléphones',
  mails: 'Mails',
  address: 'Adresse',
  safeContact: 'Pour joindre sans risque',
};

export const wishLabels: readonly (readonly [keyof Wishes, string])[] = [
  ['doNotWrite', 'Ne pas lui écrire'],
  ['doNotLeaveMessage', 'Ne pas laisser de message'],
  ['neutralSubject', 'Objet neutre dans les mails'],
];

/** A value as a sentence quotes it. */
export function valueWords(draft: PersonDraft, field: DraftField): string {
  const value = draft[field];
  if (typeof value === 'string') return value.trim() === '' ? 'rien' : value;
  if (Array.isArray(value)) return value.length === 0 ? 'rien' : value.join(', ');
  const wishes = wishLabels.filter(([wish]) => draft.safeContact[wish]).map(([, label]) => label);
  return wishes.length === 0 ? 'rien' : wishes.join(', ');
}
