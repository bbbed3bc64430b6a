import type { PersonTimelineLine } from '../../api/answers/people';

const sentences: Readonly<Record<string, string>> = {
  PersonRegistered: 'Fiche créée',
  DetailsChanged: 'Fiche modifiée',
  CopyMade: 'Copie de ses données préparée',
  PersonMerged: 'Réunie à une autre fiche',
  PersonUnmerged: 'Séparée de l’autre fiche',
  DuplicateAbsorbed: 'Une fiche en double lui est réunie',
  DuplicateReleased: 'Une fiche en est séparée',
};

const answers: Readonly<Record<string, string>> = {
  given: 'Consentement donné',
  refused: 'Consentement refusé',
  unknown: 'Consentement à redemander',
};

const purposes: Readonly<Record<string, string>> = {
  'share-with-partners': 'partage avec les partenaires',
  'special-needs': 'besoins particuliers',
  'notes-sharing': 'partage des notes',
};

const fields: Readonly<Record<string, string>> = {
  firstName: 'prénom',
  lastName: 'nom',
  birthDate: 'date de naissance',
  address: 'adresse',
  district: 'quartier',
  phones: 'téléphones',
  mails: 'mails',
  safeContact: 'contact sûr',
};

export function sentenceOf({ type, data }: PersonTimelineLine): string {
  if (type === 'ConsentRecorded') {
    const { answer, purpose } = data as { answer?: string; purpose?: string };
    return `${answers[answer ?? ''] ?? 'Consentement noté'} : ${purposes[purpose ?? ''] ?? 'autre usage'}`;
  }
  return sentences[type] ?? 'Autre changement';
}

/** Which fields changed; the journal knows no value. */
export function fieldNames({ data }: PersonTimelineLine): string {
  const changed = data['fields'];
  return Array.isArray(changed)
    ? changed.map((field) => fields[String(field)] ?? String(field)).join(', ')
    : '';
}
