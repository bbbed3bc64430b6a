import { parisDay } from '@passerelle/calendar';
import { drawnId, drawnName } from '../lots';
import type { Act, Hand } from '../hand';
import { isLegal, legalTopics, otherTopics, type Need } from '../town';

const need = { service: 'ccas', aggregate: 'need', role: 'ccas-worker' } as const;

/** Most legal topics have permanences; for the last two, people wait until a partner gives a date. */
const legalLots = [
  ...legalTopics.slice(0, 4),
  ...legalTopics.slice(0, 4),
  ...legalTopics.slice(0, 4),
  ...legalTopics,
];

export const noteLegal: Act = (hand) => note(hand, hand.chance.one(legalLots));
export const noteOther: Act = (hand) => note(hand, hand.chance.one(otherTopics));
/** Words that say nothing clearly: a worker classifies it later. */
export const noteUnclear: Act = (hand) => note(hand, undefined);

async function note({ desk, town, chance }: Hand, topic: string | undefined): Promise<boolean> {
  const known = town.persons.filter(({ mergedInto }) => mergedInto === undefined);
  if (known.length === 0) return false;
  const person = chance.one(known);
  const id = drawnId(chance);
  const said = topic === undefined ? { words: 'Voudrait parler à quelqu’un' } : { topic };
  const urgency = chance.below(12) === 0 ? 'urgent' : 'normal';
  const outcome = await desk.command({
    ...need,
    ...{ what: 'note a need', id, path: 'ccas/needs', role: chance.one(['ccas-worker', 'reception-agent']) },
    events: ['NeedNoted'],
    body: { id, personId: person.id, ...said, urgency, contactedOn: parisDay(new Date()) },
  });
  if (outcome.is === 'refused') return true;
  const version = Number(outcome.body['version']);
  town.needs.push({ id, person, isOpen: true, ...(topic !== undefined && { topic }), version });
  return true;
}

export const addNote: Act = async (hand) => {
  const { desk, town, chance } = hand;
  if (town.needs.length === 0) return false;
  const one = chance.one(town.needs);
  const id = drawnId(chance);
  await desk.command({
    ...need,
    ...{ what: 'add a note', id: one.id, path: `ccas/needs/${one.id}/notes` },
    ...{ events: ['NoteAdded'], body: { id, text: `Rappel de ${drawnName(chance, 3)}` } },
  });
  // The version moved, unless it was closed to us: read before the next act.
  one.version = undefined;
  return true;
};

interface Change {
  readonly what: string;
  readonly verb: string;
  readonly event: string;
  readonly suits: (one: Need) => boolean;
  readonly body: (hand: Hand, one: Need) => object;
  readonly after: (one: Need, body: { readonly topic?: string }) => void;
}

function change({ what, verb, event, suits, body, after }: Change): Act {
  return async (hand) => {
    const { town, chance, desk } = hand;
    const done = await town.with(chance, town.needs, suits, async (one) => {
      const version = await versionOf(hand, one);
      if (version === undefined || !suits(one)) return false;
      const asked = body(hand, one);
      const outcome = await desk.command({
        ...need,
        ...{ what, id: one.id, path: `ccas/needs/${one.id}/${verb}`, version },
        ...{ events: [event], body: { version, ...asked }, history: `ccas/needs/${one.id}/timeline` },
      });
      // What services say of it moves it too.
      one.version =
        outcome.is === 'refused' || isLegal(one.topic) ? undefined : numberIn(outcome.body, 'version');
      if (outcome.is !== 'refused') after(one, asked);
      return true;
    });
    return done ?? false;
  };
}

async function versionOf({ desk }: Hand, one: Need): Promise<number | undefined> {
  if (one.version !== undefined) return one.version;
  const read = await desk.read<{ version: number; status: string }>('ccas-worker', `ccas/needs/${one.id}`);
  if (read?.status === 'closed') one.isOpen = false;
  return read?.version;
}

function numberIn(body: Readonly<Record<string, unknown>>, field: string): number | undefined {
  const value = body[field];
  return typeof value === 'number' ? value : undefined;
}

export const classify = change({
  ...{ what: 'classify a need', verb: 'classify', event: 'NeedClassified' },
  suits: ({ isOpen, topic }) => isOpen && topic === undefined,
  body: ({ chance }) => ({ topic: chance.one([...legalTopics, ...otherTopics]) }),
  after: (one, { topic }) => (one.topic = topic),
});

export const reorient = change({
  ...{ what: 'reorient a need', verb: 'reorient', event: 'NeedReoriented' },
  suits: ({ isOpen, topic }) => isOpen && topic !== undefined,
  body: ({ chance }, one) => ({
    topic: chance.one(
      [...legalTopics, ...otherTopics, ...otherTopics].filter((topic) => topic !== one.topic),
    ),
    reason: 'La personne est revenue préciser sa demande.',
  }),
  after: (one, { topic }) => (one.topic = topic),
});

const over = (one: Need) => {
  one.isOpen = false;
};

export const withdraw = change({
  ...{ what: 'withdraw a need', verb: 'withdraw', event: 'NeedWithdrawn' },
  suits: ({ isOpen }) => isOpen,
  body: () => ({ reason: 'La personne a renoncé.' }),
  after: over,
});

export const close = change({
  ...{ what: 'close a need', verb: 'close', event: 'NeedClosed' },
  suits: ({ isOpen, topic }) => isOpen && !isLegal(topic),
  body: ({ chance }) => ({ outcome: chance.one(['met', 'duplicate']) }),
  after: over,
});

export const giveGoAhead: Act = async ({ desk, town, chance }) => {
  const path = 'ccas/go-aheads';
  const held = await desk.read<{ items: { permanenceRequestId: string }[] }>('ccas-officer', path);
  const ids = held?.items.map(({ permanenceRequestId: id }) => ({ id })) ?? [];
  const isNew = ({ id }: { id: string }) => !town.answered.has(id);
  const done = await town.with(chance, ids, isNew, async ({ id }) => {
    town.answered.add(id);
    await desk.command({
      ...{ what: 'give a go-ahead', service: 'ccas', aggregate: 'go-ahead', id, role: 'ccas-officer' },
      ...{ path: `${path}/${id}`, body: { granted: chance.below(4) > 0 }, events: ['GoAheadAnswered'] },
    });
    return true;
  });
  return done ?? false;
};
