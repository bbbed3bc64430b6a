import type { LegalRequest } from '../../api/answers/legal-access';
import type { Fault } from '../../ccas/reception/draft';
import { topicLabel } from '../../ccas/topics';
import { span } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { clock } from '../../ui/dates';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { roomAndProfession } from '../law-words';
import { firstPlace, type DaySession } from './room-left';

interface SessionStepProps {
  /** Where the focus goes once the person is known. */
  readonly id: string;
  readonly sessions: readonly DaySession[];
  readonly session: DaySession | undefined;
  readonly now: number;
  readonly waiting: LegalRequest | undefined;
  readonly topic: string;
  readonly onSession: (id: string) => void;
  readonly onTopic: (topic: string) => void;
  readonly faults: readonly Fault[];
}

/** Which session of today, and about what. */
export function SessionStep(props: SessionStepProps) {
  const { id, sessions, session, now, waiting, topic, onSession, onTopic, faults } = props;
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <Card title="La place">
      <div id={id} tabIndex={-1} className="flex flex-col gap-4 outline-none">
        <RadioGroup
          label="Séance du jour"
          value={session?.id}
          onChange={onSession}
          choices={sessions.map((one) => [one.id, words(one, now)] as const)}
        />
        {faultOf('session') !== undefined && (
          <p className="text-sm font-medium text-bad">{faultOf('session')}</p>
        )}
        {waiting && (
          <p className="rounded-s bg-info-bg px-3.5 py-2 text-info">
            Cette personne attend déjà une date pour « {topicLabel(waiting.topic)} » : ce passage y répond.
          </p>
        )}
        {session && session.topics.length > 1 && (
          <SelectField label="Sujet" value={topic} onChange={onTopic} fault={faultOf('topic')}>
            <option value="">Choisir un sujet</option>
            {session.topics.map((one) => (
              <option key={one} value={one}>
                {topicLabel(one)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
    </Card>
  );
}

function words(session: DaySession, now: number): string {
  const place = firstPlace(session, now);
  const next = place ? `, première place à ${clock(place.startsAt)}` : '';
  return `${span(session.startsAt, session.endsAt)}, ${session.placeName}, ${roomAndProfession(session)}${next}`;
}
