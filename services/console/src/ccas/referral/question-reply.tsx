import { useState } from 'react';
import type { ReferralFile } from '../../api/answers/referrals';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { focusTitle } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { TextField } from '../../ui/text-field';
import { answerQuestion, useReferralAct } from './referral-acts';

/** The partner reads it behind its link, and is told by mail. The id of an answer is made when one begins to write. */
export function QuestionReply({ referral }: { readonly referral: ReferralFile }) {
  const [textId] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const reply = useReferralAct(
    () => answerQuestion(referral, textId, text),
    () => {
      tellDone('Réponse transmise : le partenaire en est prévenu par mail.');
      focusTitle();
    },
  );
  return (
    <form
      className="no-print flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') reply.mutate(undefined);
      }}
    >
      <TextField
        label="Votre réponse au partenaire"
        hint="Le moins possible : elle sort de la ville."
        isRequired
        rows={3}
        value={text}
        onChange={setText}
      />
      {reply.error && <ProblemNote error={reply.error} />}
      <div>
        <Button type="submit" isDisabled={reply.isPending || text.trim() === ''}>
          Répondre
        </Button>
      </div>
    </form>
  );
}
