import { Link } from '@tanstack/react-router';
import type { PermanenceRequest } from '../../api/answers/legal-access';
import { usePartnerNames } from '../../partners/partners';
import { Card } from '../../ui/card';
import { weekday } from '../../ui/dates';
import { Tag } from '../../ui/tag';
import { people, wait } from '../law-words';
import { useDemands } from '../reads';

/** What was asked of partners and is not answered yet. */
export function AwaitedAnswers({ asked }: { readonly asked: readonly PermanenceRequest[] }) {
  const nameOf = usePartnerNames();
  const demands = useDemands().data?.items ?? [];
  const waitingNow = new Map(demands.map(({ topic, waitingCount }) => [topic, waitingCount]));
  if (asked.length === 0) return null;
  const title = asked.length === 1 ? '1 réponse attendue' : `${asked.length} réponses attendues`;
  return (
    <Card title={title}>
      <ul className="flex flex-col divide-y divide-line">
        {asked.map((request) => (
          <li
            key={request.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-semibold">
                {request.status === 'held'
                  ? 'Accord du CCAS attendu avant de demander une permanence'
                  : `Permanence demandée à ${nameOf(request.partnerId)}`}
              </p>
              <p className="text-xs text-ink-3">
                {sentence(request, waitingNow.get(request.topic) ?? request.waitingCount)}
              </p>
            </div>
            <Tag tone="law">{request.topicLabel}</Tag>
            <Link
              to="/acces-au-droit/attentes"
              hash={request.topic}
              className="link"
              aria-label={`Voir le suivi : ${request.topicLabel}`}
            >
              Voir le suivi
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function sentence({ askedAt, answerBy, tried }: PermanenceRequest, waiting: number): string {
  const who = `${people(waiting)} ${wait(waiting)}`;
  const asked =
    askedAt && answerBy ? ` Demandé le ${weekday(askedAt)}, réponse avant le ${weekday(answerBy)}.` : '';
  const before = tried.length > 0 ? ` Déjà sans suite : ${tried.length}.` : '';
  return `${who}.${asked}${before}`;
}
