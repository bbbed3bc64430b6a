import type { ConsentAnswer, ConsentPurpose, PersonPage } from '../../api/answers/people';
import { useMay } from '../../app/session';
import { Card } from '../../ui/card';
import { Facts } from '../../ui/facts';
import { Tag, type Tone } from '../../ui/tag';
import { MergedFiles } from '../merge/merged-files';
import { SamePerson } from '../merge/same-person';

const purposes: readonly (readonly [ConsentPurpose, string])[] = [
  ['share-with-partners', 'Partage avec les partenaires'],
  ['special-needs', 'Besoins particuliers'],
  ['notes-sharing', 'Partage des notes'],
];
const consentAnswers: Readonly<Record<ConsentAnswer, readonly [string, Tone]>> = {
  given: ['Accepté', 'good'],
  refused: ['Refusé', 'bad'],
  unknown: ['Pas demandé', 'neutral'],
};

/** How to reach the person, what protects them, what they agreed to. */
export function PersonSide({ person }: { readonly person: PersonPage }) {
  const may = useMay();
  const { phones, mails, address, district, consents } = person;
  return (
    <div className="flex flex-col gap-5">
      <Card title="Joindre">
        <Wishes wishes={person.safeContact} />
        <Facts
          of={[
            ['Téléphone', listed(phones.map(({ value }) => value))],
            ['Mail', listed(mails.map(({ value }) => value))],
            ['Adresse', address ?? 'inconnue'],
            ['Quartier', district],
          ]}
        />
      </Card>
      <Card title="Consentements">
        <Facts
          of={purposes.map(([purpose, label]) => {
            const [words, tone] = consentAnswers[consents[purpose].answer];
            return [label, <Tag tone={tone}>{words}</Tag>] as const;
          })}
        />
      </Card>
      {may('merge', 'person') && person.status !== 'merged' && <SamePerson person={person} />}
      <MergedFiles person={person} />
    </div>
  );
}

const listed = (values: readonly string[]) => (values.length === 0 ? 'aucun' : values.join(', '));

function Wishes({ wishes }: { readonly wishes: PersonPage['safeContact'] }) {
  const said = [
    wishes.doNotWrite && 'Ne pas lui écrire',
    wishes.doNotLeaveMessage && 'Ne pas laisser de message',
    wishes.neutralSubject && 'Objet neutre dans les mails',
  ].filter((wish) => wish !== false);
  if (said.length === 0) return null;
  return (
    <ul className="mb-3 rounded-s bg-bad-bg px-3 py-2 font-medium text-bad">
      {said.map((wish) => (
        <li key={wish}>{wish}</li>
      ))}
    </ul>
  );
}
