import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonPage } from '../../api/answers/people';
import type { NeedReferrals } from '../../api/answers/referrals';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';
import type { Problem } from '../../api/problem';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { guillemets } from '../../ui/guillemets';
import { focusTitle } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { Tag } from '../../ui/tag';

type Answer = NeedReferrals['consent'];
export const purpose = 'share-with-partners';

interface ConsentCardProps {
  readonly person: PersonPage;
  /** What the CCAS knows by now: what was just noted reaches it a moment later. */
  readonly known: Answer;
}

/** Nothing of a person leaves the town without their yes, noted where every service reads it. */
export function ConsentCard({ person, known }: ConsentCardProps) {
  const record = useRecordConsent(person);
  const mayRecord = useMay()('record-consent', 'person');
  const isOnItsWay = person.consents[purpose].answer !== known;
  return (
    <Card title="Son accord">
      <p className="mb-2">{sentence(known, isOnItsWay)}</p>
      {mayRecord && known !== 'given' && !isOnItsWay && (
        <div className="flex flex-wrap gap-2">
          <Button isDisabled={record.isPending} onPress={() => record.mutate('given')}>
            Elle est d’accord
          </Button>
          {known === 'unknown' && (
            <Button look="quiet" isDisabled={record.isPending} onPress={() => record.mutate('refused')}>
              Elle refuse
            </Button>
          )}
        </div>
      )}
      {record.error && <ProblemNote error={record.error} />}
    </Card>
  );
}

function sentence(known: Answer, isOnItsWay: boolean) {
  if (isOnItsWay) return 'Sa réponse vient d’être notée…';
  switch (known) {
    case 'given':
      return (
        <>
          <Tag tone="good">Donné</Tag> La personne accepte que le CCAS la présente à un partenaire.
        </>
      );
    case 'refused':
      return (
        <>
          <Tag tone="bad">Refusé</Tag> Donnez-lui les coordonnées du partenaire, ou redemandez-lui son accord.
        </>
      );
    case 'unknown':
      return `Demandez-lui : ${guillemets('Êtes-vous d’accord pour que je vous présente à une structure qui peut vous aider ?')}`;
  }
}

function useRecordConsent({ keptId, version }: PersonPage) {
  const client = useQueryClient();
  return useMutation<unknown, Problem, Exclude<Answer, 'unknown'>>({
    mutationFn: (given) =>
      answer(
        api.POST('/api/people/persons/{id}/consents', {
          params: { path: { id: keptId } },
          body: { version, purpose, answer: given },
        }),
      ),
    onSuccess: (_answered, given) => {
      tellDone(given === 'given' ? 'Son accord est noté.' : 'Son refus est noté.');
      // The button that was pressed is about to go.
      focusTitle();
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.person(keptId) }),
        client.invalidateQueries({ queryKey: keys.referrals }),
      ]),
  });
}
