import { useQuery } from '@tanstack/react-query';
import type { Proposal } from '../../api/answers/needs';
import { read } from '../../api/client';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Checkbox } from '../../ui/checkbox';
import { SelectField } from '../../ui/select-field';
import { useSettled } from '../../ui/settled';
import { TextField } from '../../ui/text-field';
import { OrientationPreview } from '../orientation/orientation-preview';
import { TopicOptions } from '../topic-options';
import { topicLabel, type Topic } from '../topics';
import type { Fault, NeedDraft } from './draft';
import { guillemets } from '../../ui/guillemets';

interface NeedStepProps {
  readonly need: NeedDraft;
  readonly place: number;
  readonly of: number;
  readonly onChange: (part: Partial<NeedDraft>) => void;
  readonly onRemove: () => void;
  readonly faults: readonly Fault[];
  readonly takesFocus: boolean;
}

/** What the resident says, in their words; from them a topic, and from the topic what will follow. */
export function NeedStep({ need, place, of, onChange, onRemove, faults, takesFocus }: NeedStepProps) {
  const proposal = useProposal(need.words);
  const wordsId = `words-${need.id}`;
  return (
    <Card
      title={of === 1 ? 'Le besoin' : `Besoin ${place}`}
      aside={
        of > 1 && (
          <Button look="quiet" onPress={onRemove}>
            Retirer<span className="sr-only"> le besoin {place}</span>
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3.5">
        <TextField
          id={wordsId}
          label="Ce que dit la personne"
          hint="Dans ses mots : ils deviennent le titre du besoin."
          rows={2}
          isRequired
          autoFocus={takesFocus}
          value={need.words}
          onChange={(words) => onChange({ words })}
          fault={faults.find(({ field }) => field === wordsId)?.sentence}
        />
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 basis-64">
            <SelectField
              label="Sujet"
              value={need.topic}
              onChange={(chosen) => onChange({ topic: chosen as Topic | '' })}
            >
              <TopicOptions empty={proposedLabel(proposal)} />
            </SelectField>
          </div>
          <div className="pb-2">
            <Checkbox isSelected={need.urgent} onChange={(urgent) => onChange({ urgent })}>
              Urgent
            </Checkbox>
          </div>
        </div>
        <WhatFollows need={need} proposal={proposal} />
        <TextField
          label="Note interne"
          hint="Elle ne quitte pas le CCAS."
          rows={1}
          value={need.note}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </Card>
  );
}

interface WhatFollowsProps {
  readonly need: NeedDraft;
  readonly proposal: Proposal | undefined;
}

/** From the topic chosen, or else from the one that the words propose. */
function WhatFollows({ need, proposal }: WhatFollowsProps) {
  const topic = need.topic || proposal?.topic;
  if (!topic) return need.words.trim().length >= 3 && <NotRecognised />;
  return <OrientationPreview topic={topic as Topic} because={need.topic === '' ? proposal?.because : []} />;
}

function NotRecognised() {
  return (
    <p role="status" className="rounded-s border border-line bg-sunken px-3.5 py-2.5 text-ink-2">
      Ces mots ne disent pas clairement un sujet. Choisissez-le, ou enregistrez : le besoin attendra dans{' '}
      {guillemets('À classer')}.
    </p>
  );
}

function proposedLabel(proposal: Proposal | undefined): string {
  return proposal?.topic ? `Proposé : ${topicLabel(proposal.topic)}` : 'À classer plus tard';
}

function useProposal(words: string): Proposal | undefined {
  const settled = useSettled(words.trim(), 200);
  const { data } = useQuery<Proposal>({
    queryKey: ['proposal', settled],
    enabled: settled.length >= 3,
    staleTime: Infinity,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      read<Proposal>('/api/ccas/wordings/proposal', { query: { words: settled }, signal }),
  });
  return settled.length >= 3 ? data : undefined;
}
