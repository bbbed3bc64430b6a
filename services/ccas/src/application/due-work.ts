import { dueWork, type DueWork } from '@passerelle/messaging';
import type { Ports } from './ports';

/** Everything that falls due by itself. */
export const dueWorks = ({ needs, goAheads, due }: Ports): DueWork[] => [
  dueWork({
    name: 'ccas.keep-promises',
    find: (now, limit) => due.promises(now, limit),
    run: (tx, id) => needs.decide(tx, id, { do: 'fall-due', now: tx.now }),
  }),
  dueWork({
    name: 'ccas.send-go-aheads',
    find: (now, limit) => due.goAheadsToSend(now, limit),
    run: (tx, id) => goAheads.decide(tx, id, { do: 'send', now: tx.now }),
  }),
  // Not in the reaction that hears of the service: hundreds of needs may have waited for it.
  dueWork({
    name: 'ccas.orient-waiting-needs',
    find: (_now, limit) => due.needsThatAServiceTakes(limit),
    run: (tx, id) => needs.decide(tx, id, { do: 'start-promise', now: tx.now }),
  }),
];
