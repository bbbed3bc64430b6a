import type { TimelineLine } from '../../api/answers/needs';
import { shortMoment } from '../../ui/dates';
import { doer } from './chain-drawing';

/** The service's own journal, line by line: the last first, as on a desk. */
export function Timeline({ lines }: { readonly lines: readonly TimelineLine[] }) {
  return (
    <ol className="flex flex-col gap-2.5">
      {[...lines].reverse().map(({ id, at, sentence, detail, by }) => (
        <li key={id}>
          <time dateTime={at} className="text-xs text-ink-3">
            {shortMoment(at)}
          </time>
          <div>
            {sentence} {doer(by) ?? ''}
          </div>
          {detail !== undefined && <div className="text-xs text-ink-3">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
