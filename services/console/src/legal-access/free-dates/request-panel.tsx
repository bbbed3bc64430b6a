import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LegalRequest } from '../../api/answers/legal-access';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { longDay, weekday } from '../../ui/dates';
import { Facts } from '../../ui/facts';
import { useNow } from '../../ui/now';
import { ProblemNote } from '../../ui/problem-note';
import { Tag } from '../../ui/tag';
import { whereItIs } from '../law-words';
import { confirm, useRequestAct } from '../request-acts';
import { CancelAppointment } from './cancel-appointment';
import type { DatesSearch } from './dates-search';
import { RequestMeanwhile } from './request-meanwhile';
import { ReturnRequest } from './return-request';

interface RequestPanelProps {
  readonly request: LegalRequest;
  readonly search: DatesSearch;
}

/** Who the date is for, and what they have today. */
export function RequestPanel({ request, search }: RequestPanelProps) {
  const names = useNames([request.personId]);
  const { appointment, since, contactedOn } = request;
  return (
    <Card title="Pour qui" aside={<Another search={search} topic={request.topic} />}>
      <div className="mb-3">
        <PersonName personId={request.personId} names={names} />
        <div className="mt-1 flex flex-wrap gap-1.5">
          <Tag tone="law">{request.topicLabel}</Tag>
          {request.urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
        </div>
      </div>
      <RequestMeanwhile key={request.needId} request={request} />
      <Facts
        of={[
          ['Où en est-on', <b className="font-semibold">{whereItIs(request)}</b>],
          ['Adresse', appointment?.placeAddress],
          ['Venue', appointment && (appointment.confirmed ? 'Confirmée' : 'Pas encore confirmée')],
          ['Première venue', contactedOn && longDay(contactedOn)],
          ['Attend depuis', request.status === 'waiting' && since ? weekday(since) : undefined],
        ]}
      />
      <Acts request={request} />
    </Card>
  );
}

function Another({ search, topic }: { readonly search: DatesSearch; readonly topic: string }) {
  return (
    <Link
      to="/acces-au-droit/dates"
      search={{ ...search, pour: undefined, sujet: topic as DatesSearch['sujet'] }}
      className="link text-sm"
    >
      Une autre personne
    </Link>
  );
}

/** The service decides again; this only spares people a button that would be refused. */
function useOffered({ status, appointment }: LegalRequest) {
  const may = useMay();
  const now = useNow(30_000);
  const isAhead = appointment !== undefined && Date.parse(appointment.startsAt) > now;
  const change = may('change-appointment', 'request') && status === 'placed' && isAhead;
  const giveBack = may('return', 'request') && (status === 'waiting' || status === 'placed');
  return { change, confirm: change && appointment?.confirmed !== true, giveBack };
}

function Acts({ request }: { readonly request: LegalRequest }) {
  const [open, setOpen] = useState<'cancel' | 'return'>();
  const offered = useOffered(request);
  const act = useRequestAct(
    () => confirm(request),
    () => tellDone('La venue est confirmée.'),
  );
  const shut = () => setOpen(undefined);
  return (
    <div className="no-print mt-4 flex flex-wrap gap-2 empty:hidden">
      {offered.confirm && (
        <Button isDisabled={act.isPending} onPress={() => act.mutate(undefined)}>
          Confirmer la venue
        </Button>
      )}
      {offered.change && <Button onPress={() => setOpen('cancel')}>Annuler le rendez-vous</Button>}
      {offered.giveBack && (
        <Button look="quiet" onPress={() => setOpen('return')}>
          Rendre au CCAS
        </Button>
      )}
      {act.error && <ProblemNote error={act.error} />}
      {open === 'cancel' && <CancelAppointment request={request} onClose={shut} />}
      {open === 'return' && <ReturnRequest request={request} onClose={shut} />}
    </div>
  );
}
