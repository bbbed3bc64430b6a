import type { Fact } from './fact';
import type { AgentRole, Audience } from './notice';

/** Who one delivery is for, by id: names and addresses are asked for when it leaves. */
export type Recipient =
  | { readonly kind: 'resident'; readonly personId: string }
  | { readonly kind: 'partner'; readonly partnerId: string }
  | { readonly kind: 'agents'; readonly roles: readonly AgentRole[] }
  /**
   * Who identified the need. `sub` comes later when the need is heard after what is told about it; every CCAS worker of the
   * territory sees the message as long as nobody in particular is known.
   */
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

/** The recipient an audience means for one event. Nobody when the event does not name them. */
export function recipientOf(audience: Audience, fact: Fact, worker: KnownWorker): Recipient | undefined {
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

/** Token subject of who identified the need; absent when that was not heard yet, or when no agent did. */
export type KnownWorker = string | undefined;

function workerOf({ needId, workerId }: Fact, known: KnownWorker): Recipient | undefined {
  if (needId === undefined) return undefined;
  const sub = workerId ?? known;
  return sub === undefined ? { kind: 'worker', needId } : { kind: 'worker', sub, needId };
}
