import { frenchDayAndYear } from '@passerelle/calendar';
import type { Journal, JournalEntry } from '@passerelle/messaging';
import type { ConsentAnswer, ConsentPurpose, Consents, PersonEvent, PersonField } from '../domain/person';
import { consentPurposes } from '../domain/person';
import type { SafeContact } from '../domain/contact-points';
import type { PersonDetails, Ports } from './ports';

interface Fact {
  readonly label?: string;
  readonly at?: Date;
  readonly value: string;
}

/** Each file of the person: the one that is kept, and those merged into it, which keep their contents. */
export async function heldFiles(ports: Ports, journal: Journal, territory: string, ids: readonly string[]) {
  const details = await ports.details.readMany(ids);
  const files = await Promise.all(
    [...details].map(async ([id, of]) => {
      const person = await ports.persons.read(id);
      if (person?.territory !== territory || person.state.status === 'unknown') return [];
      const isMerged = person.state.status === 'merged';
      return [
        {
          id,
          title: `${of.firstName} ${of.lastName}${isMerged ? ' (fiche réunie à une autre)' : ''}`,
          facts: [
            ...detailFacts(of),
            ...consentFacts(person.state.consents),
            ...(await journal.timeline('person', id)).map(historyFact),
          ],
        },
      ];
    }),
  );
  return [{ title: 'Votre fiche dans l’annuaire de la ville', items: files.flat() }];
}

function detailFacts(of: PersonDetails): Fact[] {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['Prénom', of.firstName],
    ['Nom', of.lastName],
    ['Date de naissance', of.birthDate],
    ...of.phones.map(({ value }) => ['Téléphone', value] as const),
    ...of.mails.map(({ value }) => ['Mail', value] as const),
    ['Adresse', of.address],
    ['Quartier', of.district],
    ['Code de suivi', of.trackingCode],
    ['Pour vous joindre sans risque', wishes(of.safeContact)],
  ];
  return values.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

function wishes({ doNotWrite, doNotLeaveMessage, neutralSubject }: SafeContact): string | undefined {
  const said = [
    doNotWrite && 'ne pas vous écrire',
    doNotLeaveMessage && 'ne pas laisser de message',
    neutralSubject && 'objet neutre dans les mails',
  ].filter((wish) => wish !== false);
  return said.length === 0 ? undefined : said.join(', ');
}

function consentFacts(consents: Consents): Fact[] {
  return consentPurposes.map((purpose) => {
    const { answer, at } = consents[purpose];
    return {
      label: `Votre accord : ${purposes[purpose]}`,
      value: answer === 'unknown' ? answers.unknown : `${answers[answer]}, le ${frenchDayAndYear(at)}`,
    };
  });
}

const purposes: Readonly<Record<ConsentPurpose, string>> = {
  'share-with-partners': 'partage avec les partenaires',
  'special-needs': 'besoins particuliers',
  'notes-sharing': 'partage des notes',
};
const answers: Readonly<Record<ConsentAnswer, string>> = {
  given: 'donné',
  refused: 'refusé',
  unknown: 'jamais demandé',
};

const fields: Readonly<Record<PersonField, string>> = {
  firstName: 'prénom',
  lastName: 'nom',
  birthDate: 'date de naissance',
  address: 'adresse',
  district: 'quartier',
  phones: 'téléphones',
  mails: 'mails',
  safeContact: 'façon de vous joindre',
};

const sentences: Readonly<Record<PersonEvent['type'], string>> = {
  PersonRegistered: 'Fiche créée',
  DetailsChanged: 'Fiche modifiée',
  ConsentRecorded: 'Votre réponse sur un accord a été notée',
  CopyMade: 'Copie de vos données préparée',
  PersonMerged: 'Fiche réunie à une autre : c’était la même personne',
  PersonUnmerged: 'Fiche séparée de l’autre',
  DuplicateAbsorbed: 'Une fiche en double a été réunie à celle-ci',
  DuplicateReleased: 'Une fiche en a été séparée',
};

function historyFact({ type, data, at }: JournalEntry): Fact {
  const sentence = sentences[type as PersonEvent['type']] ?? 'Changement';
  const changed = (data as { readonly fields?: readonly PersonField[] }).fields ?? [];
  return {
    at,
    value: changed.length === 0 ? sentence : `${sentence} : ${changed.map((one) => fields[one]).join(', ')}`,
  };
}
