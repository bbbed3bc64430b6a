import { addDays, parisDay } from '@passerelle/calendar';
import { dueWork, type DueWork } from '@passerelle/messaging';
import { lapsePermanence } from '../domain/answer-permanence';
import { settle } from '../domain/settle';
import { atDesk, atDeskInTime } from './at-desk';
import { OPEN_AHEAD_DAYS, openAhead } from './permanence.commands';
import type { Ports } from './ports';

/** Everything that falls due by itself. */
export const dueWorks = (ports: Ports): DueWork[] => [
  dueWork({
    name: 'legal-access.open-sessions',
    find: (now, limit) => ports.due.permanencesToOpen(addDays(parisDay(now), OPEN_AHEAD_DAYS), limit),
    run: (tx, id) => openAhead(tx, ports, id, atDeskInTime),
  }),
  dueWork({
    name: 'legal-access.settle-demands',
    find: (now) => ports.due.territoriesToSettle(now),
    run: async (tx) => {
      // All at once: topics that share a session share its order.
      const topics = await ports.find.waitedTopics(tx);
      return atDeskInTime(tx, ports, (desk) => settle(desk, { topics }));
    },
  }),
  dueWork({
    name: 'legal-access.remind-appointments',
    find: (now, limit) => ports.due.appointmentsToRemind(now, limit),
    run: (tx, id) => atDesk(tx, ports, (desk) => desk.tell('request', id, { type: 'Remind', now: tx.now })),
  }),
  dueWork({
    name: 'legal-access.remind-partners',
    find: (now, limit) => ports.due.partnersToRemind(now, limit),
    run: (tx, id) =>
      atDesk(tx, ports, (desk) => desk.tell('permanenceRequest', id, { type: 'RemindPartner', now: tx.now })),
  }),
  dueWork({
    name: 'legal-access.pass-on-silent-requests',
    find: (now, limit) => ports.due.partnersThatLapsed(now, limit),
    run: (tx, id) => atDesk(tx, ports, (desk) => lapsePermanence(desk, id)),
  }),
];
