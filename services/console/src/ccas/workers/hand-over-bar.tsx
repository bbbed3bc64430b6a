import { useState } from 'react';
import type { WorkerLoad } from '../../api/answers/needs';
import type { Problem } from '../../api/problem';
import { Button } from '../../ui/button';
import { ProblemNote } from '../../ui/problem-note';
import { SelectField } from '../../ui/select-field';
import { needCount, workerName } from './worker-words';

interface HandOverBarProps {
  readonly colleagues: readonly WorkerLoad[];
  readonly count: number;
  readonly error: Problem | null;
  readonly isBusy: boolean;
  readonly onHandOver: (to: string) => void;
}

/** To whom: with what each already has, so that nobody is given too much. */
export function HandOverBar({ colleagues, count, error, isBusy, onHandOver }: HandOverBarProps) {
  const [to, setTo] = useState('');
  const [asked, ask] = useState(false);
  const missing = missingIn(to, count);
  const faults = asked && missing.size > 0 ? missing : error?.fields;
  const send = () => {
    ask(missing.size > 0);
    if (missing.size === 0) onHandOver(to);
  };
  return (
    <div className="no-print mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64 sm:max-w-sm">
        <SelectField label="Confier à" value={to} onChange={setTo} fault={faults?.get('to')}>
          <option value="">Choisir un collègue</option>
          {colleagues.map((worker) => (
            <option key={worker.id} value={worker.id}>
              {workerName(worker)} ({needCount(worker.open)} en cours)
            </option>
          ))}
        </SelectField>
      </div>
      <Button look="filled" isDisabled={isBusy} onPress={send}>
        {count === 0 ? 'Confier' : `Confier ${needCount(count)}`}
      </Button>
      <div role="alert" className="basis-full text-sm font-medium text-bad empty:hidden">
        {faults?.get('count')}
      </div>
      {error?.fields.size === 0 && <ProblemNote error={error} />}
    </div>
  );
}

function missingIn(to: string, count: number): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  if (to === '') missing.set('to', 'Choisissez un collègue.');
  if (count === 0) missing.set('count', 'Cochez au moins un besoin.');
  return missing;
}
