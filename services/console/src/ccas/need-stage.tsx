import type { Need } from '../api/answers/needs';
import { Tag } from '../ui/tag';
import { days } from '../ui/dates';
import { statuses, whereItIs } from './need-words';

/** Where a need is: the state as a word, and the sentence that says it. */
export function NeedStage({ need }: { readonly need: Need }) {
  const { label, tone } = statuses[need.status];
  return (
    <div className="flex flex-col items-start gap-1">
      <Tag tone={tone}>{label}</Tag>
      <span className="text-ink-2">{whereItIs(need)}</span>
    </div>
  );
}

/** Long waits are bold, and said: never by colour alone. */
export function NeedWait({ need: { waits } }: { readonly need: Need }) {
  if (!waits) return null;
  const long = waits.days >= 10;
  return (
    <span className={`whitespace-nowrap ${long ? 'font-semibold text-bad' : ''}`}>
      <span className="md:hidden">Attend depuis </span>
      {days(waits.days)}
    </span>
  );
}
