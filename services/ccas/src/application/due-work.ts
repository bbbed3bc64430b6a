import { dueWork, type DueWork } from '@passerelle/messaging';
import { decideReferral } from './decide-referral';
import type { Ports } from './ports';

/** Everything that falls due by itself. */
export const dueWorks = (ports: Ports): DueWork[] => [
  dueWork({
    name: 'ccas.keep-referrals',
    find: (now, limit) => ports.due.referrals(now, limit),
    run: (tx, id) => decideReferral(tx, ports, id, { do: 'fall-due', now: tx.now }),
  }),
  dueWork({
    name: 'ccas.keep-promises',
    find: (now, limit) => ports.due.promises(now, limit),
    run: (tx, id) => ports.needs.decide(tx, id, { do: 'fall-due', now: tx.now }),
  }),
  dueWork({
    name: 'ccas.send-go-aheads',
    find: (now, limit) => ports.due.goAheadsToSend(now, limit),
    run: (tx, id) => ports.goAheads.decide(tx, id, { do: 'send', now: tx.now }),
  }),
  // Not in the reaction that hears of the service: hundreds of needs may have waited for it.
  dueWork({
    name: 'ccas.orient-waiting-needs',
    find: (_now, limit) => ports.due.needsThatAServiceTakes(limit),
    run: (tx, id) => ports.needs.decide(tx, id, { do: 'start-promise', now: tx.now }),
  }),
];
