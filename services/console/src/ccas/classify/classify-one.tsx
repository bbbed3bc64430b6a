import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Need } from '../../api/answers/needs';
import { useHotkey } from '../../app/hotkeys';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { days, longDay } from '../../ui/dates';
import { ProblemNote } from '../../ui/problem-note';
import { Tag } from '../../ui/tag';
import { classify, unclassify, undoing, useNeedAct } from '../need-acts';
import { quoted } from '../need-words';
import { topicGroups, topicLabel, type Topic } from '../topics';
import { guillemets } from '../../ui/guillemets';

/** 1 to 9, then letters: a key for each topic, always the same one. */
const hotkeys = '123456789ab';
const keyOf = (topic: Topic) => hotkeys[topicGroups.flatMap(({ topics }) => topics).indexOf(topic)] ?? '';

interface ClassifyOneProps {
  readonly need: Need;
  readonly onDone: (id: string) => void;
  readonly onLater: (id: string) => void;
  /** Its classification was taken back: it is shown again. */
  readonly onBack: (id: string) => void;
}

export function ClassifyOne({ need, onDone, onLater, onBack }: ClassifyOneProps) {
  const names = useNames([need.personId]);
  const words = useRef<HTMLHeadingElement>(null);
  const act = useNeedAct(
    (topic: Topic) => classify(need, topic),
    (after, topic) => {
      tellDone(`Classé dans ${guillemets(topicLabel(topic))}.`, async () => {
        await undoing(after.id, unclassify);
        onBack(after.id);
      });
      onDone(need.id);
    },
  );
  useHotkey('p', () => onLater(need.id));
  // The next need comes: what it says is read first.
  useEffect(() => words.current?.focus(), []);
  return (
    <section
      aria-label="Besoin à classer"
      className="rounded-m border border-line bg-surface p-5 shadow-card"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <PersonName personId={need.personId} names={names} />
        </div>
        <div className="flex items-center gap-2 text-xs text-ink-3">
          {need.urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
          venue le {longDay(need.contactedOn)} · attend depuis {days(need.waits?.days ?? 0)}
        </div>
      </div>
      <h2 ref={words} tabIndex={-1} className="my-5 text-xl font-semibold break-words outline-none">
        {quoted(need.words)}
      </h2>
      <Choices isBusy={act.isPending} onChoose={(topic) => act.mutate(topic)} />
      {act.error && <ProblemNote error={act.error} />}
      <div className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
        <Button look="quiet" hotkey="P" onPress={() => onLater(need.id)}>
          Passer
        </Button>
        <Link
          to="/ccas/besoins/$needId"
          params={{ needId: need.id }}
          className="link inline-flex min-h-9 items-center px-3 text-sm"
        >
          Ouvrir le besoin
        </Link>
      </div>
    </section>
  );
}

interface ChoicesProps {
  readonly isBusy: boolean;
  readonly onChoose: (topic: Topic) => void;
}

function Choices({ isBusy, onChoose }: ChoicesProps) {
  const mayChange = useMay()('change', 'need');
  if (!mayChange) return null;
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {topicGroups.map(({ field, label, topics }) => (
        <div key={field} role="group" aria-label={label}>
          <h3 className="mb-1.5 text-xs font-semibold text-ink-2">{label}</h3>
          <div className="flex flex-wrap gap-2">
            {topics.map((topic) => (
              <Choice key={topic} topic={topic} isBusy={isBusy} onChoose={() => onChoose(topic)} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly topic: Topic;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

function Choice({ topic, isBusy, onChoose }: ChoiceProps) {
  const key = keyOf(topic);
  useHotkey(key, isBusy ? undefined : onChoose);
  return (
    <Button isDisabled={isBusy} onPress={onChoose} hotkey={key.toUpperCase()}>
      {topicLabel(topic)}
    </Button>
  );
}
