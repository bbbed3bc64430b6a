import { dueWork, type DueWork } from '@passerelle/messaging';
import type { DueDelivery, Outside, Ports } from './ports';
import type { Outages, SendDelivery } from './send-delivery';
import type { SendRound } from './send-round';

export function dueWorks({ finds, deliveries }: Ports, sender: SendDelivery, rounds: SendRound): DueWork[] {
  return [
    dueWork({
      name: 'notifications.send-deliveries',
      find: (now, limit) => sendable(finds, sender.outages, now, limit),
      effect: (id) => sender.send(id),
    }),
    dueWork({
      name: 'notifications.mail-agents',
      find: async (now, limit) => (rounds.isPossible ? finds.dueRounds(now, limit) : []),
      effect: (id) => rounds.send(id),
    }),
    dueWork({
      name: 'notifications.drop-late-calls',
      find: (now, limit) => finds.lateCalls(now, limit),
      run: (tx, id) => deliveries.decide(tx, id, { do: 'drop', because: 'too-late', at: tx.now }),
    }),
  ];
}

/** Nothing is claimed for a server known to be away; one delivery finds out whether it is back. */
async function sendable(
  finds: Ports['finds'],
  outages: Outages,
  now: Date,
  limit: number,
): Promise<DueDelivery[]> {
  if (!outages.mail.isOver) return [];
  const kinds = (['resident', 'partner'] as const satisfies readonly Outside[]).filter(
    (kind) => outages[kind].isOver,
  );
  const probing = outages.mail.isProbing || kinds.some((kind) => outages[kind].isProbing);
  return kinds.length === 0 ? [] : finds.toSend(now, kinds, probing ? 1 : limit);
}
