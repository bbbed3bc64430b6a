import { useState } from 'react';
import type { Referral, ReferralOutcome } from '../../api/answers/referrals';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';
import { closeReferral, useReferralAct } from './referral-acts';
import { referralOutcomes } from './referral-words';

const choices = (['met', 'not-followed', 'could-not'] as const).map(
  (outcome) => [outcome, referralOutcomes[outcome]] as const,
);

/** What a worker heard on the phone counts as what the partner says by its link. */
export function CloseReferralDialog({
  referral,
  onClose,
}: {
  readonly referral: Referral;
  readonly onClose: () => void;
}) {
  const [outcome, setOutcome] = useState<ReferralOutcome>();
  const [words, setWords] = useState('');
  const act = useReferralAct(
    (chosen: ReferralOutcome) => closeReferral(referral, chosen, words),
    (_after, chosen) => {
      tellDone(
        chosen === 'met' ? 'C’est noté, et le besoin est clos.' : 'C’est noté : le besoin vous revient.',
      );
      onClose();
    },
  );
  return (
    <Dialog title="Qu’est-elle devenue ?" isOpen onClose={onClose}>
      <RadioGroup label="Chez le partenaire" value={outcome} onChange={setOutcome} choices={choices} />
      <TextField label="Précision" hint="Reste au CCAS." rows={2} value={words} onChange={setWords} />
      <p className="text-xs text-ink-3">
        Si elle a eu ce dont elle avait besoin, le besoin est clos. Sinon, il revient à traiter.
      </p>
      {act.error && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Renoncer
        </Button>
        <Button
          look="filled"
          isDisabled={outcome === undefined || act.isPending}
          onPress={() => outcome && act.mutate(outcome)}
        >
          Noter
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
