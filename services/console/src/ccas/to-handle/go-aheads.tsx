import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GoAhead } from '../../api/answers/needs';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { weekday } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { ProblemNote } from '../../ui/problem-note';
import { topicLabel } from '../topics';
import { guillemets } from '../../ui/guillemets';

interface GoAheadsProps {
  readonly asked: readonly GoAhead[];
  readonly isAlone: boolean;
}

/** Permanences that enough people wait for: asking a partner waits for a yes of the CCAS. */
export function GoAheads({ asked, isAlone }: GoAheadsProps) {
  if (asked.length === 0) {
    return isAlone ? (
      <Card bare>
        <EmptyState title="Aucun accord à donner">
          Quand assez de personnes attendent un même sujet, la demande de permanence à la MJD attend ici votre
          accord.
        </EmptyState>
      </Card>
    ) : null;
  }
  return (
    <Card title={asked.length === 1 ? '1 accord à donner' : `${asked.length} accords à donner`}>
      <ul className="flex flex-col divide-y divide-line">
        {asked.map((goAhead) => (
          <li key={goAhead.permanenceRequestId} className="py-2.5 first:pt-0 last:pb-0">
            <Asked goAhead={goAhead} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Asked({ goAhead }: { readonly goAhead: GoAhead }) {
  const { topic, waitingCount, because, heldAt } = goAhead;
  const mayGive = useMay()('give', 'go-ahead');
  const give = useGive(goAhead);
  const why = because === 'threshold' ? 'assez de personnes attendent' : 'l’attente est devenue trop longue';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-semibold">
          Demander une permanence {guillemets(topicLabel(topic))} à un partenaire
        </p>
        <p className="text-xs text-ink-3">
          {waitingCount} {waitingCount > 1 ? 'personnes attendent' : 'personne attend'} : {why}. En suspens
          depuis le {weekday(heldAt)}.
        </p>
      </div>
      {mayGive && (
        <div className="flex gap-2">
          <Button look="quiet" isDisabled={give.isPending} onPress={() => give.mutate(false)}>
            Refuser
          </Button>
          <Button isDisabled={give.isPending} onPress={() => give.mutate(true)}>
            Donner l’accord
          </Button>
        </div>
      )}
      {give.error && <ProblemNote error={give.error} />}
    </div>
  );
}

function useGive({ permanenceRequestId, topic }: GoAhead) {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: keys.goAheads });
  const takeBack = () =>
    answer(
      api.POST('/api/ccas/go-aheads/{permanenceRequestId}/take-back', {
        params: { path: { permanenceRequestId } },
      }),
    ).finally(readAgain);
  return useMutation({
    mutationFn: (granted: boolean) =>
      answer(
        api.POST('/api/ccas/go-aheads/{permanenceRequestId}', {
          params: { path: { permanenceRequestId } },
          body: { granted },
        }),
      ),
    onSuccess: (_answer, granted) => {
      const what = `la permanence ${guillemets(topicLabel(topic))}`;
      const sentence = granted ? `Accord donné : ${what} va être demandée.` : `Accord refusé pour ${what}.`;
      tellDone(sentence, takeBack);
    },
    onSettled: readAgain,
  });
}
