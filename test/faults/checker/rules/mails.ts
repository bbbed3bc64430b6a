import { all, type Evidence } from '../evidence';
import type { Findings } from '../findings';

/** What was marked as sent is in the inbox under one Message-ID, which begins with the delivery's id. Gives the copies. */
export function mails(evidence: Evidence, findings: Findings): number {
  const ids = new Map<string, Set<string>>();
  for (const { messageId } of evidence.mails) {
    const delivery = messageId.split('@')[0] ?? '';
    ids.set(delivery, (ids.get(delivery) ?? new Set()).add(messageId));
  }
  const known = new Set<string>();
  for (const { _id, state } of all(evidence, 'notifications', 'delivery')) {
    known.add(_id);
    if (state.status === 'sent' && !ids.has(_id)) {
      findings.add('lost', `delivery ${_id} is marked as sent, and the inbox has no mail of it`);
    }
  }
  for (const [delivery, messageIds] of ids) {
    if (messageIds.size > 1) findings.add('doubled', `delivery ${delivery} came as ${messageIds.size} mails`);
    // Planned after the databases were read.
    if (evidence.final && !known.has(delivery))
      findings.add('lost', `a mail came of ${delivery}, which is no delivery`);
  }
  const distinct = [...ids.values()].reduce((sum, { size }) => sum + size, 0);
  return evidence.mails.length - distinct;
}
