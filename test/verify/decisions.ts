import type { Entry } from './town';

/** What one transaction of a service decided: entries of one instant, tied by their cause or by the need they are about. */
export interface Decision {
  readonly entries: readonly Entry[];
  readonly at: Date;
}

/** Cuts a journal into the decisions that wrote it, in the order in which they ended. */
export function decisionsOf(journal: readonly Entry[]): Decision[] {
  const instants = new Map<number, Entry[]>();
  for (const entry of journal) {
    const at = entry.at.getTime();
    const same = instants.get(at);
    if (same) same.push(entry);
    else instants.set(at, [entry]);
  }
  return [...instants.values()].flatMap(tied).sort((one, other) => (lastId(one) < lastId(other) ? -1 : 1));
}

function tied(entries: readonly Entry[]): Decision[] {
  let groups: { ties: Set<string>; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const ties = tiesOf(entry);
    const met = groups.filter((group) => ties.some((tie) => group.ties.has(tie)));
    const joined = {
      ties: new Set([...ties, ...met.flatMap((group) => [...group.ties])]),
      entries: [...met.flatMap((group) => group.entries), entry],
    };
    groups = [...groups.filter((group) => !met.includes(group)), joined];
  }
  return groups.map((group) => {
    const inOrder = group.entries.sort((one, other) => (one._id < other._id ? -1 : 1));
    return { entries: inOrder, at: inOrder[0]!.at };
  });
}

/** Time moves a queue for many at once: then each appointment follows from its own story, and only its slot ties it. */
function tiesOf({ _id, causationId, aggregate, aggregateId, data }: Entry): string[] {
  const needId = aggregate === 'request' ? aggregateId : data['needId'];
  return [_id, causationId, ...(typeof needId === 'string' ? [`need ${needId}`] : [])];
}

const lastId = ({ entries }: Decision) => entries.at(-1)?._id ?? '';
