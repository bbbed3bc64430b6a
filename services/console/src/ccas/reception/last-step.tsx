import type { ConsentAnswer } from '../../api/answers/people';
import { Card } from '../../ui/card';
import { parisToday } from '../../ui/dates';
import { RadioGroup } from '../../ui/radio-group';
import { fieldClass, labelClass } from '../../ui/text-field';
import type { Draft, Fault } from './draft';

interface LastStepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly faults: readonly Fault[];
}

const answers = [
  ['given', 'Oui'],
  ['refused', 'Non'],
  ['unknown', 'Pas demandé'],
] as const;

export function LastStep({ draft, change, faults }: LastStepProps) {
  const fault = faults.find(({ field }) => field === 'contactedOn')?.sentence;
  return (
    <Card title="Pour finir">
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <div className="flex flex-col gap-1">
          <label htmlFor="contactedOn" className={labelClass}>
            Jour de la venue
          </label>
          <input
            id="contactedOn"
            type="date"
            className={fieldClass}
            max={parisToday()}
            value={draft.contactedOn}
            aria-invalid={fault !== undefined || undefined}
            aria-describedby={fault === undefined ? undefined : 'contactedOn-fault'}
            onChange={(event) => change({ contactedOn: event.target.value })}
          />
          {fault !== undefined && (
            <span id="contactedOn-fault" className="font-medium text-bad">
              {fault}
            </span>
          )}
        </div>
        <RadioGroup<ConsentAnswer>
          label="Accepte que le sujet soit transmis à un partenaire extérieur ?"
          value={draft.consent ?? 'unknown'}
          onChange={(consent) => change({ consent: consent === 'unknown' ? undefined : consent })}
          choices={answers}
        />
      </div>
    </Card>
  );
}
