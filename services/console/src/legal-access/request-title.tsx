import { Link } from '@tanstack/react-router';
import type { LegalRequest } from '../api/answers/legal-access';
import { Tag } from '../ui/tag';

/** A request in a list: its topic leads to the dates that it may have. */
export function RequestTitle({ request }: { readonly request: LegalRequest }) {
  const { needId, topicLabel, urgency } = request;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Link
        to="/acces-au-droit/dates"
        search={{ pour: needId }}
        data-row-link
        className="rounded-s hover:underline"
      >
        {topicLabel}
      </Link>
      {urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
    </div>
  );
}
