import { Link } from '@tanstack/react-router';
import type { Need } from '../api/answers/needs';
import { Tag } from '../ui/tag';
import { quoted } from './need-words';
import { toneOf, topicLabel } from './topics';

/** A need in a list: what the resident said leads to its page. */
export function NeedTitle({ need }: { readonly need: Need }) {
  const { id, words, topic, urgency } = need;
  return (
    <div className="flex flex-col items-start gap-1">
      <Link
        to="/ccas/besoins/$needId"
        params={{ needId: id }}
        data-row-link
        className="line-clamp-2 rounded-s hover:underline"
      >
        {words === undefined ? topicLabel(topic) : quoted(words)}
      </Link>
      <span className="flex flex-wrap gap-1.5">
        <Tag tone={toneOf(topic)}>{topicLabel(topic)}</Tag>
        {urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
      </span>
    </div>
  );
}
