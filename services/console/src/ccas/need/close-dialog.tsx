import { useState } from 'react';
import type { Need } from '../../api/answers/needs';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { RadioGroup } from '../../ui/radio-group';
import { close, useNeedAct, type Outcome } from '../need-acts';
import { outcomes } from '../need-words';
import { NeedMeanwhile, useOpenedNeed } from './need-meanwhile';

const choices = (['met', 'returned', 'expired', 'duplicate'] as const).map(
  (outcome) => [outcome, outcomes[outcome]!] as const,
);

/** What became of it is asked, never whether one is sure. */
export function CloseDialog({ need, onClose }: { readonly need: Need; readonly onClose: () => void }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const opened = useOpenedNeed(need);
  const act = useNeedAct(
    (chosen: Outcome) => close(opened.asSeen, chosen),
    () => {
      tellDone('Le besoin est clos.');
      onClose();
    },
  );
  return (
    <Dialog title="Clore le besoin" isOpen onClose={onClose}>
      <RadioGroup label="Qu’est-il devenu ?" value={outcome} onChange={setOutcome} choices={choices} />
      <p className="text-xs text-ink-3">
        Un besoin clos ne se rouvre pas : si la personne revient, notez-en un nouveau.
      </p>
      <NeedMeanwhile opened={opened} error={act.error} />
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Renoncer
        </Button>
        <Button
          look="filled"
          isDisabled={outcome === undefined || act.isPending}
          onPress={() => outcome && act.mutate(outcome)}
        >
          Clore
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
