import { useQuery } from '@tanstack/react-query';
import type { PersonPage } from '../../api/answers/people';
import { keys } from '../../api/keys';
import { errorInstead } from '../../api/problem';
import { fullName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { longDay } from '../../ui/dates';
import { spokenPhone } from '../../ui/phone';
import { ProblemNote } from '../../ui/problem-note';
import type { Draft } from './draft';
import type { PersonStepProps } from './step-props';
import { NewPerson } from './new-person';
import { PersonSearch } from './person-search';
import { readPerson } from './save';

/** Who it is: found in the directory, or created when nobody is. */
export function PersonStep(props: PersonStepProps) {
  const { draft, change, faults } = props;
  const none = { kind: 'none' } as const;
  const known = (id: string) => {
    change({ person: { kind: 'known', id } });
    toWords(draft);
  };
  switch (draft.person.kind) {
    case 'none':
      return (
        <Card title="La personne">
          <PersonSearch
            change={change}
            onKnown={known}
            fault={faults.find(({ field }) => field === 'person')?.sentence}
          />
        </Card>
      );
    case 'known':
      return (
        <Card
          title="La personne"
          aside={
            <Button look="quiet" onPress={() => change({ person: none })}>
              Changer
            </Button>
          }
        >
          <KnownPerson id={draft.person.id} />
        </Card>
      );
    case 'new':
      return (
        <Card
          title="Nouvelle personne"
          aside={
            <Button look="quiet" onPress={() => change({ person: none })}>
              Chercher plutôt
            </Button>
          }
        >
          <NewPerson {...props} person={draft.person} onKnown={known} />
        </Card>
      );
  }
}

/** The person is known: the next thing is what they say. What had the focus is gone with the search. */
function toWords({ needs }: Draft): void {
  setTimeout(() => document.getElementById(`words-${needs[0]?.id}`)?.focus());
}

function KnownPerson({ id }: { readonly id: string }) {
  const asked = useQuery({ queryKey: keys.person(id), queryFn: () => readPerson(id) });
  const error = errorInstead(asked);
  if (error) return <ProblemNote error={error} onRetry={() => void asked.refetch()} />;
  const { data: person } = asked;
  if (!person) return <p className="text-ink-3">…</p>;
  return (
    <div>
      <p className="text-base font-semibold">{fullName(person)}</p>
      <p className="text-ink-2">{about(person)}</p>
      {person.safeContact.doNotWrite && <p className="font-medium text-bad">Ne pas lui écrire.</p>}
      {person.safeContact.doNotLeaveMessage && (
        <p className="font-medium text-bad">Ne pas laisser de message.</p>
      )}
    </div>
  );
}

function about({ birthDate, reach, trackingCode }: PersonPage): string {
  const way = reach.phone === undefined ? (reach.mail ?? 'ni téléphone ni mail') : spokenPhone(reach.phone);
  return [birthDate && longDay(birthDate), way, `code ${trackingCode}`].filter(Boolean).join(' · ');
}
