import { Link } from '@tanstack/react-router';
import type { ConsentAnswer, ConsentPurpose, PersonPage } from '../../api/answers/people';
import { Card } from '../../ui/card';
import { Facts } from '../../ui/facts';
import { Tag, type Tone } from '../../ui/tag';

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
  const { phones, mails, address, district, consents, duplicates } = person;
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
      {duplicates.length > 0 && (
        <Card title="Fiches réunies à celle-ci">
          <ul>
            {duplicates.map(({ id, firstName, lastName }) => (
              <li key={id}>
                <Link to="/personnes/$personId" params={{ personId: id }} className="link">
                  {firstName} {lastName}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
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
