import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PermanenceRequest } from '../../api/answers/legal-access';
import { usePartnerNames } from '../../partners/partners';
import { parisDayOf } from '../../ui/calendar';
import { moment, weekday } from '../../ui/dates';
import { guillemets } from '../../ui/guillemets';

const ends: Readonly<Record<NonNullable<PermanenceRequest['closedBecause']>, string>> = {
  'no-partner-left': 'Plus aucun partenaire à solliciter pour le moment.',
  'nobody-waits': 'Plus personne n’attend : la demande est close.',
  'go-ahead-refused': 'Le CCAS n’a pas donné son accord.',
  cancelled: 'La demande a été retirée.',
};

const shownAtMost = 5;

/** What was asked of whom, and what they answered: the open one first, then the latest. */
export function AskedOf({ requests }: { readonly requests: readonly PermanenceRequest[] }) {
  return (
    <div className="mt-3">
      <h3 className="text-sm font-medium">Demandé aux partenaires</h3>
      <ol className="mt-1 flex flex-col gap-2">
        {requests.slice(0, shownAtMost).map((request) => (
          <li key={request.id} className="border-l-4 border-law pl-3">
            <Asked request={request} />
          </li>
        ))}
      </ol>
      {requests.length > shownAtMost && (
        <p className="mt-1 text-xs text-ink-3">Et {requests.length - shownAtMost} demandes plus anciennes.</p>
      )}
    </div>
  );
}

function Asked({ request }: { readonly request: PermanenceRequest }) {
  const nameOf = usePartnerNames();
  return (
    <>
      <ul className="text-sm text-ink-2">
        {request.tried.map(({ partnerId, answer, at, reason }) => (
          <li key={partnerId + at}>
            {nameOf(partnerId)} {answer === 'declined' ? 'a refusé' : 'n’a pas répondu'}, {weekday(at)}
            {reason === undefined ? '' : ` : ${guillemets(reason)}`}.
          </li>
        ))}
      </ul>
      <p>{outcome(request, nameOf(request.partnerId))}</p>
    </>
  );
}

function outcome(request: PermanenceRequest, partner: string): ReactNode {
  switch (request.status) {
    case 'new':
    case 'held':
      return <b className="font-semibold">En suspens : l’accord du CCAS est attendu.</b>;
    case 'asked':
      return (
        <b className="font-semibold">
          Demandé à {partner} le {weekday(request.askedAt!)} ; réponse attendue avant le{' '}
          {weekday(request.answerBy!)}.
        </b>
      );
    case 'accepted':
      return (
        <>
          {partner} a accepté : {moment(request.startsAt!)}, {request.slots} créneaux.{' '}
          <Link
            to="/acces-au-droit/agenda"
            search={{ semaine: parisDayOf(request.startsAt!), ouvrir: request.sessionId }}
            className="link"
          >
            Voir la séance
          </Link>
        </>
      );
    case 'closed':
      return ends[request.closedBecause ?? 'cancelled'];
  }
}
