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
  const faults = {
    to: to === '' ? 'Choisissez un collègue.' : undefined,
    count: count === 0 ? 'Cochez au moins un besoin.' : undefined,
  };
  const send = () => {
    ask(true);
    if (faults.to !== undefined || faults.count !== undefined) return;
    onHandOver(to);
    ask(false);
  };
  return (
    <div className="no-print mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64 sm:max-w-sm">
        <SelectField
          label="Confier à"
          value={to}
          onChange={setTo}
          fault={asked ? (faults.to ?? error?.fields.get('to')) : error?.fields.get('to')}
        >
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
        {asked && faults.count}
      </div>
      {error?.fields.size === 0 && <ProblemNote error={error} />}
    </div>
  );
}
