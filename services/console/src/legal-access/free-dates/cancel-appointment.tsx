import { useState } from 'react';
import type { LegalRequest } from '../../api/answers/legal-access';
import { Button } from '../../ui/button';
import { moment } from '../../ui/dates';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { RadioGroup } from '../../ui/radio-group';
import { cancel, tellCancelled, undoCancelling, useRequestAct } from '../request-acts';

const choices = [
  ['other', 'Elle veut une autre date : elle reste dans la file'],
  ['none', 'Elle n’en veut plus : la demande retourne au CCAS'],
] as const;
type After = (typeof choices)[number][0];

interface CancelAppointmentProps {
  readonly request: LegalRequest;
  readonly onClose: () => void;
}

/** What the person wants next is asked, never whether one is sure. */
export function CancelAppointment({ request, onClose }: CancelAppointmentProps) {
  const [after, setAfter] = useState<After>('other');
  const act = useRequestAct(
    (wantsAnother: boolean) => cancel(request, wantsAnother),
    (now, wantsAnother, withReading) => {
      tellCancelled(now, wantsAnother ? withReading(undoCancelling(request)) : undefined);
      onClose();
    },
  );
  return (
    <Dialog title="Annuler le rendez-vous" isOpen onClose={onClose}>
      <p className="text-ink-2">
        {moment(request.appointment!.startsAt)}, {request.appointment!.placeName}. La place va à la personne
        suivante, et la personne est prévenue.
      </p>
      <RadioGroup label="Et ensuite ?" value={after} onChange={setAfter} choices={choices} />
      {act.error && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Garder le rendez-vous
        </Button>
        <Button look="filled" isDisabled={act.isPending} onPress={() => act.mutate(after === 'other')}>
          Annuler le rendez-vous
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
