import { useState } from 'react';
import type { Need } from '../../api/answers/needs';
import { useKept } from '../../app/kept-forms';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { reorient, tellReoriented, useNeedAct } from '../need-acts';
import { OrientationPreview } from '../orientation/orientation-preview';
import { TopicOptions } from '../topic-options';
import { topicLabel, type Topic } from '../topics';
import { guillemets } from '../../ui/guillemets';
import { NeedMeanwhile, useOpenedNeed } from './need-meanwhile';

interface ReorientDialogProps {
  readonly need: Need;
  readonly onClose: () => void;
}

interface Written {
  readonly topic: string;
  readonly reason: string;
}
const nothing = (): Written => ({ topic: '', reason: '' });
const isWritten = ({ topic, reason }: Written) => topic !== '' || reason !== '';

export function ReorientDialog({ need, onClose }: ReorientDialogProps) {
  const { value: written, set: write, forget } = useKept(`reorienter:${need.id}`, nothing, isWritten);
  const { topic, reason } = written;
  const [asked, ask] = useState(false);
  const opened = useOpenedNeed(need);
  const leave = () => {
    forget();
    onClose();
  };
  const act = useNeedAct(
    (to: Topic) => reorient(opened.asSeen, to, reason),
    (after, to) => {
      tellReoriented(after, need, to);
      leave();
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
        Il est aujourd’hui orienté vers {guillemets(topicLabel(need.topic))}. Le service actuel en est
        prévenu.
      </p>
      <SelectField
        label="Nouveau sujet"
        value={topic}
        onChange={(chosen) => write({ topic: chosen, reason })}
        fault={faults?.get('topic')}
      >
        <TopicOptions empty="Choisir un sujet" />
      </SelectField>
      {topic !== '' && <OrientationPreview topic={topic as Topic} />}
      <TextField
        label="Raison"
        hint="Une phrase : elle reste au CCAS."
        rows={2}
        isRequired
        value={reason}
        onChange={(why) => write({ topic, reason: why })}
        fault={faults?.get('reason')}
      />
      <NeedMeanwhile opened={opened} error={act.error} />
      <DialogFoot>
        <Button look="quiet" onPress={leave}>
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
