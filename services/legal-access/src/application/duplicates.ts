import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Loaded, Transaction } from '@passerelle/messaging';
import { changeRequest, closeRequest } from '../domain/change-request';
import type { RequestCommand } from '../domain/request.decide';
import type { KnownRequest, Request } from '../domain/request';
import { atDesk } from './at-desk';
import type { Ports } from './ports';

type Take = Extract<RequestCommand, { type: 'File' | 'Reorient' | 'Reopen' }>;

/**
 * Files, reorients or reopens a request. That of somebody who has an older one on this topic is closed at once, without looking for a slot:
 * nobody is told of an appointment that is not kept. Theirs that is younger closes instead.
 */
export async function takeRequest(
  tx: Transaction,
  ports: Ports,
  needId: string,
  command: Take,
): Promise<Refusal | undefined> {
  const group = await meetEverybody(tx, ports, command.personId);
  const others = (await openOf(tx, ports, group)).filter(
    ({ id, state }) => id !== needId && state.topic === command.topic,
  );
  const laid = await atDesk(tx, ports, (desk) => {
    const own = desk.see('request', needId);
    const isYounger = others.some(
      (one) => own.status === 'none' || byAge(one, { id: needId, state: own }) < 0,
    );
    const close = { type: 'Close', outcome: 'duplicate', now: tx.now } as const;
    return changeRequest(desk, needId, command, ...(isYounger ? [close] : []));
  });
  if (isRefusal(laid)) return laid;
  return others.length === 0 ? undefined : closeDuplicates(tx, ports, group);
}

/** Whoever was merged is one person from now on: what they asked for twice closes. */
export async function joinPersons(
  tx: Transaction,
  ports: Ports,
  personId: string,
  into: string,
): Promise<Refusal | undefined> {
  await ports.aliases.add(tx, personId, into);
  return closeDuplicates(tx, ports, await meetEverybody(tx, ports, personId));
}

/**
 * Of two open requests of one person on one topic the younger closes, once `people` says that the two are the same
 * person. Whichever is heard first, the merge or the need, the end is the same.
 */
async function closeDuplicates(
  tx: Transaction,
  ports: Ports,
  group: readonly string[],
): Promise<Refusal | undefined> {
  const open = await openOf(tx, ports, group);
  const seen = new Set<string>();
  const younger = open.filter(({ state: { topic } }) => seen.size === seen.add(topic).size);
  if (younger.length === 0) return undefined;
  const laid = await atDesk(tx, ports, (desk) => {
    for (const { id, state } of younger) {
      const refusal = closeRequest(desk, id, state, 'duplicate');
      if (refusal) return refusal;
    }
    return undefined;
  });
  return isRefusal(laid) ? laid : undefined;
}

/** All the names of that person. Whoever decides about one of them at the same instant is in conflict with this. */
async function meetEverybody(tx: Transaction, ports: Ports, personId: string): Promise<string[]> {
  const group = await ports.aliases.group(tx, personId);
  await ports.aliases.meet(tx, group);
  return group;
}

/** Those of a person who is known under several names, oldest first. */
async function openOf(
  tx: Transaction,
  ports: Ports,
  group: readonly string[],
): Promise<Loaded<KnownRequest>[]> {
  if (group.length === 1) return [];
  return (await ports.find.openRequestsOf(tx, group)).filter(isKnown).sort(byAge);
}

type Aged = Pick<Loaded<KnownRequest>, 'id' | 'state'>;

function byAge(one: Aged, other: Aged): number {
  return one.state.since.getTime() - other.state.since.getTime() || (one.id < other.id ? -1 : 1);
}

function isKnown(request: Loaded<Request>): request is Loaded<KnownRequest> {
  return request.state.status !== 'none';
}
