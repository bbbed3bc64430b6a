import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Loaded, Transaction } from '@passerelle/messaging';
import { closeRequest } from '../domain/change-request';
import type { KnownRequest, Request } from '../domain/request';
import { atDesk } from './at-desk';
import type { Ports } from './ports';

/**
 * Of two open requests of one person on one topic the younger closes, once `people` says that the two are the same
 * person. Whichever is heard first, the merge or the need, the end is the same.
 */
export async function closeDuplicates(
  tx: Transaction,
  ports: Ports,
  personId: string,
): Promise<Refusal | undefined> {
  const group = await ports.aliases.group(tx, personId);
  if (group.length === 1) return undefined;
  const open = (await ports.find.openRequestsOf(tx, group)).filter(isKnown).sort(byAge);
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

function byAge(one: Loaded<KnownRequest>, other: Loaded<KnownRequest>): number {
  return one.state.since.getTime() - other.state.since.getTime() || (one.id < other.id ? -1 : 1);
}

function isKnown(request: Loaded<Request>): request is Loaded<KnownRequest> {
  return request.state.status !== 'none';
}
