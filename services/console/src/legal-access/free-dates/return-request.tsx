import type { LegalRequest } from '../../api/answers/legal-access';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { giveBack, useRequestAct } from '../request-acts';

interface ReturnRequestProps {
  readonly request: LegalRequest;
  readonly onClose: () => void;
}

/** Nothing undoes it here: the CCAS would have to send the need again. So it is said before. */
export function ReturnRequest({ request, onClose }: ReturnRequestProps) {
  const act = useRequestAct(
    () => giveBack(request),
    () => {
      tellDone('La demande est rendue au CCAS, qui en est prévenu.');
      onClose();
    },
  );
  return (
    <Dialog title="Rendre la demande au CCAS" isOpen onClose={onClose}>
      <p className="text-ink-2">
        Le CCAS la retrouve dans « À traiter » et l’oriente ailleurs. Elle quitte la file
        {request.status === 'placed' && ', et son rendez-vous est annulé'}.
      </p>
      {act.error && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          La garder
        </Button>
        <Button look="filled" isDisabled={act.isPending} onPress={() => act.mutate(undefined)}>
          Rendre au CCAS
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
