import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { LegalSession, Permanence } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { answer, api, read } from '../../api/client';
import { keys } from '../../api/keys';
import type { Problem } from '../../api/problem';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { addDays } from '../../ui/calendar';
import { longDay, parisToday } from '../../ui/dates';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { fieldClass, labelClass } from '../../ui/text-field';
import { people } from '../law-words';
import { atMost } from '../reads';
import { useReadLawAgain } from '../request-acts';
import { ruleWords } from './rule';

interface EndPermanenceProps {
  readonly permanence: Permanence;
  readonly onClose: () => void;
}

/** The last day is asked, and who has an appointment after it is shown before anything is done. */
export function EndPermanence({ permanence, onClose }: EndPermanenceProps) {
  const [lastDay, setLastDay] = useState(parisToday());
  const act = useEnding(permanence, onClose);
  const dayId = useId();
  return (
    <Dialog title="Mettre fin à la permanence" isOpen onClose={onClose}>
      <p className="text-ink-2">
        {permanence.professionLabel}. {ruleWords(permanence.rrule)}.
      </p>
      <div className="flex flex-col gap-1">
        <label htmlFor={dayId} className={labelClass}>
          Dernier jour
        </label>
        <input
          id={dayId}
          type="date"
          required
          min={parisToday()}
          className={fieldClass}
          value={lastDay}
          onChange={(event) => setLastDay(event.target.value)}
        />
      </div>
      {lastDay !== '' && <Affected permanenceId={permanence.id} lastDay={lastDay} />}
      {act.error && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          La garder
        </Button>
        <Button
          look="filled"
          isDisabled={lastDay === '' || act.isPending}
          onPress={() => act.mutate(lastDay)}
        >
          Mettre fin
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function useEnding({ id, version }: Permanence, onClose: () => void) {
  const client = useQueryClient();
  const readAgain = useReadLawAgain();
  return useMutation<Permanence, Problem, string>({
    mutationFn: (lastDay) =>
      answer<Permanence>(
        api.POST('/api/legal-access/permanences/{id}/end', {
          params: { path: { id } },
          body: { lastDay, version },
        }),
      ),
    onSuccess: (_after, lastDay) => {
      tellDone(`La permanence s’arrête après le ${longDay(lastDay)}.`);
      onClose();
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.permanences }), readAgain()]),
  });
}

function Affected({ permanenceId, lastDay }: { readonly permanenceId: string; readonly lastDay: string }) {
  const from = addDays(lastDay, 1);
  const { data } = useQuery({
    queryKey: [...keys.sessions, 'after', from],
    queryFn: () => read<List<LegalSession>>('/api/legal-access/sessions', { query: { from, limit: atMost } }),
  });
  if (!data) return null;
  const held = data.items.filter(
    (session) => session.permanenceId === permanenceId && session.status !== 'cancelled',
  );
  const booked = held.reduce((sum, session) => sum + session.booked, 0);
  const sessions =
    held.length > 1 ? `${held.length} séances sont annulées` : `${held.length} séance est annulée`;
  return (
    <p role="status" className="rounded-s bg-warn-bg px-3.5 py-2.5 text-warn">
      {held.length === 0 ? 'Aucune séance ouverte après ce jour.' : `${sessions}. `}
      {held.length > 0 &&
        (booked === 0
          ? 'Personne n’y a rendez-vous.'
          : `${people(booked)} y ${booked > 1 ? 'ont' : 'a'} rendez-vous : Passerelle prévient et cherche une autre date.`)}
    </p>
  );
}
