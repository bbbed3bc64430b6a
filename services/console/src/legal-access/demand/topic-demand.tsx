import { Link } from '@tanstack/react-router';
import type { Demand, LegalRequest, PermanenceRequest } from '../../api/answers/legal-access';
import { useMay } from '../../app/session';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { daysSince } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { days, weekday } from '../../ui/dates';
import { Tag } from '../../ui/tag';
import { people, wait, whyItWaits, type LawTopic } from '../law-words';
import { AskedOf } from './asked-of';
import { keepsComingBack } from './keeps-coming-back';

interface TopicDemandProps {
  readonly demand: Demand;
  readonly asked: readonly PermanenceRequest[];
  readonly waiting: readonly LegalRequest[];
}

export function TopicDemand({ demand, asked, waiting }: TopicDemandProps) {
  const { topic, topicLabel, waitingCount, urgentCount, longestWaitSince } = demand;
  return (
    <div id={topic}>
      <Card title={topicLabel} aside={urgentCount > 0 && <Tag tone="bad">Urgents : {urgentCount}</Tag>}>
        <p>
          {waitingCount === 0 ? (
            'Personne n’attend.'
          ) : (
            <>
              <b className="font-semibold">
                {people(waitingCount)} {wait(waitingCount)}
              </b>
              {longestWaitSince && `, depuis ${days(daysSince(longestWaitSince))} pour la plus ancienne`}.
            </>
          )}
        </p>
        {waitingCount > 0 && <Threshold demand={demand} />}
        <Advice demand={demand} asked={asked} />
        {waiting.length > 0 && <Waiting requests={waiting} />}
        {asked.length > 0 && <AskedOf requests={asked} />}
      </Card>
    </div>
  );
}

/** A bar for the eye; the sentence says the same. */
function Threshold({
  demand: { waitingCount, threshold, openPermanenceRequestId },
}: {
  readonly demand: Demand;
}) {
  const reached = waitingCount >= threshold;
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <span aria-hidden className="flex gap-1">
        {Array.from({ length: Math.min(threshold, 12) }, (_, at) => (
          <span
            key={at}
            className={`h-2 w-5 rounded-full ${at < waitingCount ? 'bg-law' : 'border border-line-strong'}`}
          />
        ))}
      </span>
      <span className="text-xs text-ink-2">
        {openPermanenceRequestId !== undefined
          ? `Seuil de ${threshold} : une permanence est en cours de demande.`
          : reached
            ? `Seuil de ${threshold} atteint.`
            : `${threshold - waitingCount} de plus et une permanence est demandée (seuil : ${threshold}).`}
      </span>
    </div>
  );
}

function Advice({ demand, asked }: Pick<TopicDemandProps, 'demand' | 'asked'>) {
  const may = useMay();
  const { partnerMissing, askAgainFrom, topic } = demand;
  return (
    <div className="mt-2 flex flex-col gap-1.5 empty:hidden">
      {partnerMissing && demand.waitingCount > 0 && (
        <p className="rounded-s bg-warn-bg px-3.5 py-2 text-warn">
          Aucun partenaire ne peut être sollicité pour ce sujet
          {askAgainFrom === undefined
            ? ' : inscrivez-en un dans l’annuaire, ou ouvrez une permanence.'
            : ` avant le ${weekday(askAgainFrom)} : tous l’ont été il y a peu.`}
        </p>
      )}
      {keepsComingBack(asked) && (
        <p className="rounded-s bg-info-bg px-3.5 py-2 text-info">
          Cette demande revient souvent.{' '}
          {may('schedule', 'permanence') && (
            <Link
              to="/acces-au-droit/permanences/nouvelle"
              search={{ sujet: topic as LawTopic }}
              className="link font-medium"
            >
              Ouvrir une permanence régulière
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

function Waiting({ requests }: { readonly requests: readonly LegalRequest[] }) {
  const names = useNames(requests.map(({ personId }) => personId));
  return (
    <details className="mt-3">
      <summary className="w-fit font-medium">Qui attend</summary>
      <ul className="mt-1 divide-y divide-line">
        {requests.map((request) => (
          <li key={request.needId} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-48">
              <PersonName personId={request.personId} names={names} />
            </div>
            <div className="flex-1 basis-48 text-ink-2">
              {whyItWaits(request)}
              {request.since && `, depuis ${days(daysSince(request.since))}`}
            </div>
            {request.urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
            <Link to="/acces-au-droit/dates" search={{ pour: request.needId }} className="link">
              Trouver une date
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
