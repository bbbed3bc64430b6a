import type { Transaction } from '@passerelle/messaging';
import type { Notified } from '../domain/delivery';
import type { Ports } from './ports';

/** A message was left: the mail of who does not want to wait for the morning is due soon. */
export async function hasten(
  { preferences, finds }: Pick<Ports, 'preferences' | 'finds'>,
  { recipient, fact }: Notified,
  tx: Transaction,
): Promise<void> {
  const isUrgent = fact.urgency === 'urgent';
  for (const id of await finds.listeningTo(tx, recipient, isUrgent)) {
    await preferences.decide(tx, id, { do: 'hasten', isUrgent, now: tx.now });
  }
}
