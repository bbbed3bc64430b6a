import type { ChainLink } from './chain-link';
import { isAboutAnother, type Gathered } from './gather-chain';
import { laneOf, sentenceAboutAnother, sentenceOf, type NameOf, type Sentence } from './sentences';

/** Who acted, as far as it may be told here. */
export type Doer =
  | { readonly kind: 'agent'; readonly id: string; readonly name?: string }
  | { readonly kind: 'resident' | 'partner' | 'software' };

export interface ToldLink extends Sentence {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  /** Service, or partner, that it happened at. */
  readonly source: string;
  readonly lane: string;
  readonly by: Doer;
  /** Id of the line that caused this one; null when somebody's act did. */
  readonly causedBy: string | null;
}

export interface ToldChain {
  readonly needId: string;
  readonly complete: boolean;
  readonly items: readonly ToldLink[];
}

/** They only repeat, in this service, what the line before said, or say what has not left yet. */
const echoes: readonly string[] = [
  'NeedAcknowledged',
  'AppointmentNoted',
  'AppointmentLost',
  'NeedReturned',
  'GoAheadAsked',
  'GoAheadAnswered',
  'GoAheadTakenBack',
];

export function tellChain(needId: string, { links, complete }: Gathered, nameOf: NameOf): ToldChain {
  const shown = links.filter(({ type }) => !echoes.includes(type));
  const byId = new Map(links.map((link) => [link.id, link]));
  const items = shown.map((link) =>
    isAboutAnother(link, needId) ? toldAboutAnother(link) : told(link, causeShown(link, byId), nameOf),
  );
  return { needId, complete, items };
}

function told(link: ChainLink, causedBy: string | null, nameOf: NameOf): ToldLink {
  const { id, at, type, source } = link;
  return {
    id,
    at,
    type,
    source,
    lane: laneOf(link),
    ...sentenceOf(link, nameOf),
    by: doerOf(link, nameOf),
    causedBy,
  };
}

/** Another resident's: what it freed is told, not who, nor what their story is. */
function toldAboutAnother(link: ChainLink): ToldLink {
  const { id, at, type, source } = link;
  const lane = laneOf(link);
  return {
    id,
    at,
    type,
    source,
    lane,
    ...sentenceAboutAnother(type),
    by: { kind: 'software' },
    causedBy: null,
  };
}

/** An echo's cause stands for it. */
function causeShown(link: ChainLink, byId: ReadonlyMap<string, ChainLink>): string | null {
  const cause = byId.get(link.causationId);
  if (!cause) return null;
  return echoes.includes(cause.type) ? causeShown(cause, byId) : cause.id;
}

export function doerOf({ actor }: ChainLink, nameOf: NameOf): Doer {
  if (actor === undefined) return { kind: 'software' };
  if (actor.startsWith('link:')) return { kind: actor.includes('permanence') ? 'partner' : 'resident' };
  const name = nameOf(actor);
  return { kind: 'agent', id: actor, ...(name === undefined ? {} : { name }) };
}
