import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LegalSession } from '../../api/answers/legal-access';
import { answer, api } from '../../api/client';
import type { Problem } from '../../api/problem';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { DialogFoot } from '../../ui/dialog';
import { useNow } from '../../ui/now';
import { ProblemNote } from '../../ui/problem-note';
import { people } from '../law-words';
import { useReadLawAgain } from '../request-acts';

type Act = 'cancel' | 'close';

const send = ({ id, version }: LegalSession, act: Act) =>
  answer<LegalSession>(
    act === 'cancel'
      ? api.POST('/api/legal-access/sessions/{id}/cancel', { params: { path: { id } }, body: { version } })
      : api.POST('/api/legal-access/sessions/{id}/close', { params: { path: { id } }, body: { version } }),
  );

interface SessionActsProps {
  readonly session: LegalSession;
  readonly onClose: () => void;
}

/** A cancelled session does not come back: who is affected is shown before. */
export function SessionActs({ session, onClose }: SessionActsProps) {
  const [isCancelling, setCancelling] = useState(false);
  const act = useSessionAct(session, onClose);
  const offered = useOffered(session);
  if (isCancelling) {
    return (
      <>
        <p className="rounded-s bg-warn-bg px-3.5 py-2.5 text-warn">{consequence(session.booked)}</p>
        {act.error && <ProblemNote error={act.error} />}
        <DialogFoot>
          <Button look="quiet" onPress={() => setCancelling(false)}>
            Garder la séance
          </Button>
          <Button look="filled" isDisabled={act.isPending} onPress={() => act.mutate('cancel')}>
            Annuler la séance
          </Button>
        </DialogFoot>
      </>
    );
  }
  return (
    <>
      {act.error && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Fermer
        </Button>
        {offered.close && (
          <Button isDisabled={act.isPending} onPress={() => act.mutate('close')}>
            Ne plus donner de rendez-vous
          </Button>
        )}
        {offered.cancel && <Button onPress={() => setCancelling(true)}>Annuler la séance…</Button>}
      </DialogFoot>
    </>
  );
}

/** The service decides again; this only spares people a button that would be refused. */
function useOffered({ status, startsAt }: LegalSession) {
  const mayCancel = useMay()('cancel', 'session');
  const isAhead = Date.parse(startsAt) > useNow(30_000);
  const cancel = mayCancel && isAhead && status !== 'cancelled';
  return { cancel, close: cancel && status === 'open' };
}

function useSessionAct(session: LegalSession, onClose: () => void) {
  const readAgain = useReadLawAgain();
  return useMutation<LegalSession, Problem, Act>({
    mutationFn: (wanted) => send(session, wanted),
    onSuccess: (_after, wanted) => {
      tellDone(wanted === 'cancel' ? cancelled(session.booked) : 'La séance ne prend plus de rendez-vous.');
      onClose();
    },
    onSettled: readAgain,
  });
}

function consequence(booked: number): string {
  if (booked === 0) return 'Personne n’a de rendez-vous : personne ne sera prévenu.';
  const who =
    booked === 1
      ? '1 personne a rendez-vous : elle est prévenue'
      : `${people(booked)} ont rendez-vous : elles sont prévenues`;
  const next = booked === 1 ? 'reçoit la première date libre' : 'reçoivent les premières dates libres';
  return `${who} et ${next}, ou reste${booked === 1 ? '' : 'nt'} dans la file. Une séance annulée ne se rouvre pas.`;
}

function cancelled(booked: number): string {
  return booked === 0
    ? 'Séance annulée.'
    : `Séance annulée : ${people(booked)} à replacer, prévenue${booked > 1 ? 's' : ''}.`;
}
