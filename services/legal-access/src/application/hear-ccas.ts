import type * as contracts from '@passerelle/contracts';
import type { DataOf } from '@passerelle/contracts';
import type { Refusal } from '@passerelle/domain-kit';
import type { Transaction } from '@passerelle/messaging';
import { hearGoAhead } from '../domain/answer-permanence';
import { changeRequest, closeRequest } from '../domain/change-request';
import { atDesk } from './at-desk';
import { takeRequest } from './duplicates';
import type { Ports } from './ports';

type Data<Contract extends keyof typeof contracts> = DataOf<(typeof contracts)[Contract]>;
type Heard = Promise<Refusal | undefined>;

/** The field of the CTG that this service takes. */
export const field = 'legal-access';

export async function fileRequest(data: Data<'NeedIdentified'>, tx: Transaction, ports: Ports): Heard {
  const { needId, personId, topic, urgency, contactedOn } = data;
  const file = { type: 'File', personId, topic, urgency, contactedOn, now: tx.now } as const;
  return takeRequest(tx, ports, needId, file);
}

/** A need that leaves for another field is let go; one that comes, or changes topic here, is taken. */
export async function followReorientation(
  data: Data<'NeedReoriented'>,
  tx: Transaction,
  ports: Ports,
): Heard {
  const { needId, personId, topic, urgency, contactedOn, previousTopic } = data;
  if (data.field === field) {
    const reorient = { type: 'Reorient', personId, topic, urgency, contactedOn, now: tx.now } as const;
    return takeRequest(tx, ports, needId, reorient);
  }
  if (data.previousField !== field) return undefined;
  const left = { personId, topic: previousTopic };
  return decided(atDesk(tx, ports, (desk) => closeRequest(desk, needId, left, 'reoriented')));
}

/** The topic was a mistake of the worker's: whatever was found for it is given back. */
export async function releaseUnclassified(
  data: Data<'NeedUnclassified'>,
  tx: Transaction,
  ports: Ports,
): Heard {
  return decided(atDesk(tx, ports, (desk) => closeRequest(desk, data.needId, data, 'reoriented')));
}

/** Placed again in its queue, where the person waited before; what is back with the CCAS is not. */
export async function takeReopened(data: Data<'NeedReopened'>, tx: Transaction, ports: Ports): Heard {
  const { needId, personId, topic, urgency, contactedOn, waitsSince } = data;
  if (topic === undefined || waitsSince === undefined) return undefined;
  const since = new Date(waitsSince);
  const reopen = { type: 'Reopen', personId, topic, urgency, contactedOn, since, now: tx.now } as const;
  return takeRequest(tx, ports, needId, reopen);
}

export async function closeWithdrawn(data: Data<'NeedWithdrawn'>, tx: Transaction, ports: Ports): Heard {
  return decided(atDesk(tx, ports, (desk) => closeRequest(desk, data.needId, data, 'withdrawn')));
}

/** A worker closed a need that had come back to them, while an appointment for it was on its way. */
export async function closeWhatIsLeft(data: Data<'NeedClosed'>, tx: Transaction, ports: Ports): Heard {
  const { needId } = data;
  return decided(
    atDesk(tx, ports, (desk) =>
      ['waiting', 'placed'].includes(desk.see('request', needId).status)
        ? closeRequest(desk, needId, data, 'withdrawn')
        : undefined,
    ),
  );
}

/** Whoever has an appointment keeps it: the promise was late, not broken. */
export async function returnExpired(data: Data<'NeedExpired'>, tx: Transaction, ports: Ports): Heard {
  const { needId } = data;
  const giveBack = { type: 'Return', because: 'promise-expired', now: tx.now } as const;
  return decided(
    atDesk(tx, ports, (desk) =>
      desk.see('request', needId).status === 'waiting' ? changeRequest(desk, needId, giveBack) : undefined,
    ),
  );
}

/** An officer's answer about a permanence request that was held. */
export function hearOfficer(data: Data<'PermanenceGoAheadGiven'>, tx: Transaction, ports: Ports): Heard {
  const { permanenceRequestId, granted } = data;
  return decided(atDesk(tx, ports, (desk) => hearGoAhead(desk, permanenceRequestId, granted)));
}

/** The refusal of a decision, if it was one. */
async function decided(outcome: Promise<object | Refusal>): Heard {
  const it = await outcome;
  return 'refused' in it ? it : undefined;
}
