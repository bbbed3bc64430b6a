import type { ChainLink } from './chain-link';

/** Where the facts are: this service's journal and what it heard of the others. */
export interface ChainSources {
  /** What this service decided about the need, in order. */
  ofNeed(needId: string): Promise<ChainLink[]>;
  /** What others decided about the need, or because of its first command. */
  around(needId: string, correlationId: string): Promise<ChainLink[]>;
  /** The whole story of these permanence requests, the CCAS officer's word included. */
  ofPermanences(permanenceRequestIds: readonly string[]): Promise<ChainLink[]>;
  byIds(ids: readonly string[]): Promise<ChainLink[]>;
}

export interface Gathered {
  readonly links: readonly ChainLink[];
  /** Every fact is either somebody's act or has its cause here. */
  readonly complete: boolean;
}

/** From a cancellation through a waiting resident, a permanence request and its acceptance: chains are short. */
const MOST_ROUNDS = 20;

/**
 * The facts about one need and what caused them. A fact about somebody else's need (who cancelled, and freed the slot) is
 * kept as a cause, and not followed any further: the rest is that person's story.
 */
export async function gatherChain(sources: ChainSources, needId: string): Promise<Gathered> {
  const found = new Map<string, ChainLink>();
  const add = (links: readonly ChainLink[]) => links.forEach((link) => found.set(link.id, link));
  const own = await sources.ofNeed(needId);
  const [first] = own;
  if (!first) return { links: [], complete: true };
  add(own);
  add((await sources.around(needId, first.correlationId)).filter((link) => !isAboutAnother(link, needId)));
  const told = new Set<string>();
  const lost = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const ours = [...found.values()].filter((link) => !isAboutAnother(link, needId));
    const causes = causesToFind(ours, found, lost);
    const permanences = permanencesIn(ours).filter((id) => !told.has(id));
    if (causes.length + permanences.length === 0) break;
    permanences.forEach((id) => told.add(id));
    if (permanences.length > 0) add(await sources.ofPermanences(permanences));
    if (causes.length > 0) add(await sources.byIds(causes));
    for (const id of causes) if (!found.has(id)) lost.add(id);
  }
  const links = [...found.values()].sort(byTime);
  const hasCause = (link: ChainLink) => isFirstCause(link) || found.has(link.causationId);
  return { links, complete: links.every((link) => isAboutAnother(link, needId) || hasCause(link)) };
}

export function isAboutAnother(link: ChainLink, needId: string): boolean {
  return link.needId !== undefined && link.needId !== needId;
}

/** Somebody's act, or the first of everything: nothing caused it that was an event. */
export function isFirstCause({ actor, causationId, correlationId }: ChainLink): boolean {
  return actor !== undefined || causationId === correlationId;
}

function isCausedByEvent({ actor, causationId, correlationId }: ChainLink): boolean {
  return causationId !== correlationId && (actor === undefined || actor.startsWith('link:'));
}

function causesToFind(
  links: readonly ChainLink[],
  found: ReadonlyMap<string, ChainLink>,
  lost: ReadonlySet<string>,
): string[] {
  // An agent's act is caused by a request, which is no event; a link's answer by the event that made the link.
  const ids = links.filter(isCausedByEvent).map(({ causationId }) => causationId);
  return [...new Set(ids)].filter((id) => !found.has(id) && !lost.has(id));
}

function permanencesIn(links: readonly ChainLink[]): string[] {
  return [...new Set(links.flatMap(({ permanenceRequestId }) => permanenceRequestId ?? []))];
}

/** UUIDv7 tells apart what was decided in one transaction, and across services within a millisecond. */
export function byTime(one: ChainLink, other: ChainLink): number {
  return one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);
}
