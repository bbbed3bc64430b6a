import type { Fact } from './fact';
import type { AgentRole, Audience } from './who-is-told';

/** Who one delivery is for, by id: names and addresses are asked for when it leaves. */
export type Recipient =
  | { readonly kind: 'resident'; readonly personId: string }
  | { readonly kind: 'partner'; readonly partnerId: string }
  | { readonly kind: 'agents'; readonly roles: readonly AgentRole[] }
  /** Who identified the need; `sub` comes later when the need is heard after what is told about it. */
  | { readonly kind: 'worker'; readonly sub?: string; readonly needId: string };

/** The same for the same recipient for ever, whatever is learnt later: it makes the delivery's id. */
export function recipientKey(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'resident':
      return `resident:${recipient.personId}`;
    case 'partner':
      return `partner:${recipient.partnerId}`;
    case 'agents':
      return `agents:${recipient.roles.join('+')}`;
    case 'worker':
      return `worker:${recipient.needId}`;
  }
}

/**
 * The recipient an audience means for one event. Nobody when the event does not name them.
 * A need that no agent identified (the software did) has no worker: every CCAS worker sees its messages.
 */
export function recipientOf(
  audience: Audience,
  fact: Fact,
  worker: KnownWorker = 'not-heard-yet',
): Recipient | undefined {
  switch (audience.who) {
    case 'resident':
      return fact.personId === undefined ? undefined : { kind: 'resident', personId: fact.personId };
    case 'partner':
      return fact.partnerId === undefined ? undefined : { kind: 'partner', partnerId: fact.partnerId };
    case 'agents':
      return { kind: 'agents', roles: audience.roles };
    case 'worker':
      return workerOf(fact, worker);
  }
}

/** What this service heard of a need's worker. */
export type KnownWorker = 'not-heard-yet' | 'nobody' | { readonly sub: string };

function workerOf({ needId, workerId }: Fact, known: KnownWorker): Recipient | undefined {
  if (needId === undefined) return undefined;
  if (workerId !== undefined) return { kind: 'worker', sub: workerId, needId };
  if (known === 'nobody') return { kind: 'agents', roles: ['ccas-worker'] };
  return known === 'not-heard-yet' ? { kind: 'worker', needId } : { kind: 'worker', sub: known.sub, needId };
}
