import { useState } from 'react';
import type { Need } from '../../api/answers/needs';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { reorient, tellReoriented, useNeedAct } from '../need-acts';
import { OrientationPreview } from '../orientation/orientation-preview';
import { TopicOptions } from '../topic-options';
import { topicLabel, type Topic } from '../topics';
import { guillemets } from '../../ui/guillemets';

interface ReorientDialogProps {
  readonly need: Need;
  readonly onClose: () => void;
}

export function ReorientDialog({ need, onClose }: ReorientDialogProps) {
  const [topic, setTopic] = useState('');
  const [reason, setReason] = useState('');
  const [asked, ask] = useState(false);
  const act = useNeedAct(
    (to: Topic) => reorient(need, to, reason),
    (after, to) => {
      tellReoriented(after, need, to);
      onClose();
    },
  );
  const missing = missingIn(topic, reason);
  const send = () => {
    ask(true);
    if (missing.size === 0) act.mutate(topic as Topic);
  };
  const faults = asked && missing.size > 0 ? missing : act.error?.fields;
  return (
    <Dialog title="Réorienter le besoin" isOpen onClose={onClose}>
      <p className="text-ink-2">
        Il est aujourd’hui orienté vers {guillemets(topicLabel(need.topic))}.{' '}
        {need.status === 'referred'
          ? 'Le partenaire qui le suit en est prévenu, et ne voit plus rien.'
          : 'Le service actuel en est prévenu.'}
      </p>
      <SelectField label="Nouveau sujet" value={topic} onChange={setTopic} fault={faults?.get('topic')}>
        <TopicOptions empty="Choisir un sujet" />
      </SelectField>
      {topic !== '' && <OrientationPreview topic={topic as Topic} />}
      <TextField
        label="Raison"
        hint="Une phrase : elle reste au CCAS."
        rows={2}
        isRequired
        value={reason}
        onChange={setReason}
        fault={faults?.get('reason')}
      />
      {act.error?.fields.size === 0 && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Renoncer
        </Button>
        <Button look="filled" onPress={send} isDisabled={act.isPending}>
          Réorienter
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function missingIn(topic: string, reason: string): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  if (topic === '') missing.set('topic', 'Choisissez un sujet.');
  if (reason.trim() === '') missing.set('reason', 'Dites pourquoi.');
  return missing;
}
