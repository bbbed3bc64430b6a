import { drawnId, drawnName } from '../lots';
import type { Act, Hand } from '../hand';
import type { Person } from '../town';

const desks = ['ccas-worker', 'reception-agent'] as const;
const person = { service: 'people', aggregate: 'person' } as const;

export const register: Act = async (hand) => {
  const { desk, town, chance } = hand;
  const id = drawnId(chance);
  const outcome = await desk.command({
    ...person,
    ...{ what: 'register a person', id, role: chance.one(desks), path: 'people/persons' },
    ...{ events: ['PersonRegistered'], body: { id, ...identity(hand) } },
  });
  if (outcome.is !== 'refused') town.persons.push({ id, version: 1 });
  return true;
};

function identity({ chance }: Hand) {
  const day = String(1 + chance.below(28)).padStart(2, '0');
  const month = String(1 + chance.below(12)).padStart(2, '0');
  const lastName = drawnName(chance, 4);
  const number = () => String(chance.below(100)).padStart(2, '0');
  const phone = `06 ${number()} ${number()} ${number()} ${number()}`;
  return {
    ...{ firstName: drawnName(chance, 3), lastName, birthDate: `${1930 + chance.below(75)}-${month}-${day}` },
    ...(chance.below(10) < 5 && { phone }),
    ...(chance.below(10) < 7 && { email: `${lastName.toLowerCase()}${chance.below(1_000)}@exemple.test` }),
  };
}

/** An act on a file that is nobody's duplicate, at the version that is known. */
function onFile(act: (hand: Hand, person: Person, version: number) => Promise<void>): Act {
  return async (hand) => {
    const { town, chance } = hand;
    const done = await town.with(
      chance,
      town.persons,
      ({ mergedInto }) => mergedInto === undefined,
      async (one) => {
        const version = await versionOf(hand, one);
        if (version === undefined) return false;
        await act(hand, one, version);
        return true;
      },
    );
    return done ?? false;
  };
}

async function versionOf({ desk }: Hand, one: Person): Promise<number | undefined> {
  const read = { role: 'ccas-worker', path: `people/persons/${one.id}` };
  one.version ??= (await desk.read<{ version: number }>(read.role, read.path))?.version;
  return one.version;
}

/** Read again next time, unless the answer says the version. */
function follow(one: Person, body?: Readonly<Record<string, unknown>>): void {
  one.version = typeof body?.['version'] === 'number' ? body['version'] : undefined;
}

const history = (id: string) => `people/persons/${id}/timeline`;

export const correct = onFile(async ({ desk, chance }, one, version) => {
  const change =
    chance.below(4) === 0
      ? { district: `quartier-${drawnName(chance, 3).toLowerCase()}` }
      : { address: `${1 + chance.below(200)} rue ${drawnName(chance, 4)}, 91370 Verrières-le-Buisson` };
  const outcome = await desk.command({
    ...person,
    ...{ what: 'correct a person', id: one.id, role: 'ccas-worker', method: 'PATCH' },
    ...{ path: `people/persons/${one.id}`, body: { version, ...change }, version },
    ...{ events: ['DetailsChanged'], history: history(one.id) },
  });
  follow(one, outcome.is === 'refused' ? undefined : outcome.body);
});

export const recordConsent = onFile(async ({ desk, chance }, one, version) => {
  const purpose = chance.one(['share-with-partners', 'special-needs', 'notes-sharing']);
  const answer = chance.one(['given', 'refused']);
  const outcome = await desk.command({
    ...person,
    ...{ what: 'record a consent', id: one.id, role: chance.one(desks) },
    ...{ path: `people/persons/${one.id}/consents`, body: { version, purpose, answer }, version },
    ...{ events: ['ConsentRecorded'], history: history(one.id) },
  });
  follow(one, outcome.is === 'refused' ? undefined : outcome.body);
});

/** Half of the time two who want the same, so that one of their requests is a duplicate. */
export const merge: Act = async (hand) => {
  const { town, chance } = hand;
  const isFree = ({ mergedInto }: Person) => mergedInto === undefined;
  const first = chance.below(2) === 0 ? twins(hand) : undefined;
  const [one, kept] = first ?? [
    chance.one([...town.persons, undefined]),
    chance.one([...town.persons, undefined]),
  ];
  if (!one || !kept || one === kept || !isFree(one) || !isFree(kept)) return false;
  const done = await town.alone(one.id, () => town.alone(kept.id, () => join(hand, one, kept)));
  return done ?? false;
};

function twins({ town, chance }: Hand): [Person, Person] | undefined {
  const recent = town.needs.slice(-200).filter(({ isOpen, topic }) => isOpen && topic !== undefined);
  if (recent.length === 0) return undefined;
  const need = chance.one(recent);
  const other = recent.find(({ topic, person: { id } }) => topic === need.topic && id !== need.person.id);
  return other && [need.person, other.person];
}

async function join(hand: Hand, one: Person, kept: Person): Promise<boolean> {
  const version = await versionOf(hand, one);
  if (version === undefined) return false;
  const outcome = await hand.desk.command({
    ...person,
    ...{ what: 'merge two persons', id: one.id, role: 'ccas-worker' },
    ...{ path: `people/persons/${one.id}/merge`, body: { into: kept.id, version }, version },
    ...{ events: ['PersonMerged'], history: history(one.id) },
  });
  if (outcome.is !== 'refused') one.mergedInto = kept.id;
  follow(one, outcome.is === 'refused' ? undefined : outcome.body);
  kept.version = undefined;
  return true;
}

export const unmerge: Act = async (hand) => {
  const { desk, town, chance } = hand;
  const merged = town.persons.filter(({ mergedInto }) => mergedInto !== undefined);
  const done = await town.with(
    chance,
    merged,
    () => true,
    async (one) => {
      const kept = town.persons.find(({ id }) => id === one.mergedInto);
      const version = await versionOf(hand, one);
      if (version === undefined) return false;
      const outcome = await desk.command({
        ...person,
        ...{ what: 'part two persons', id: one.id, role: 'ccas-worker' },
        ...{ path: `people/persons/${one.id}/unmerge`, body: { version }, version },
        ...{ events: ['PersonUnmerged'], history: history(one.id) },
      });
      if (outcome.is !== 'refused') one.mergedInto = undefined;
      follow(one, outcome.is === 'refused' ? undefined : outcome.body);
      if (kept) kept.version = undefined;
      return true;
    },
  );
  return done ?? false;
};
