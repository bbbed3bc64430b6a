import type { Rule } from '../rule';
import type { Entry, Stored } from '../town';

/** A refusal is journaled under the reaction that met it, once, and stores nothing. */
const withoutDocument = 'reaction';

export const wholeJournals: Rule = {
  name: 'whole-journals',
  promise: 'each journal counts its events without a hole, up to the version that is stored',
  check(town, found) {
    for (const { name, journal, aggregates } of town.services) {
      const stories = new Map<string, number[]>();
      for (const { aggregate, aggregateId, sequence } of journal) {
        if (aggregate === withoutDocument) continue;
        const key = `${aggregate} ${aggregateId}`;
        const story = stories.get(key) ?? [];
        story.push(sequence);
        stories.set(key, story);
      }
      const versions = new Map<string, number>();
      for (const [aggregate, documents] of aggregates) {
        for (const { _id, version } of documents as readonly Stored<unknown>[]) {
          versions.set(`${aggregate} ${_id}`, version);
        }
      }
      for (const key of new Set([...stories.keys(), ...versions.keys()])) {
        const story = (stories.get(key) ?? []).sort((a, b) => a - b);
        const hole = story.findIndex((sequence, index) => sequence !== index + 1);
        found.look(
          `${name} ${key}`,
          hole >= 0 && `event ${hole + 1} is missing or is there twice`,
          hole < 0 &&
            story.length !== versions.get(key) &&
            `${story.length} events, and the stored version is ${versions.get(key) ?? 'none'}`,
        );
      }
    }
  },
};

export const nothingPending: Rule = {
  name: 'nothing-pending',
  promise: 'every journal was published whole',
  check(town, found) {
    for (const { name, journal } of town.services) {
      for (const { _id, type, publication, pending } of journal) {
        if (publication) found.look(_id, pending && `${type} of ${name} was not published`);
      }
    }
  },
};

export const nothingParked: Rule = {
  name: 'nothing-parked',
  promise: 'no event was set aside',
  check(town, found) {
    for (const { name, parked } of town.services) {
      found.look(name);
      for (const { _id, why } of parked) found.look(_id, `parked in ${name}: ${why ?? 'no reason'}`);
    }
  },
};

/** Each event follows from another one, from somebody's command, or begins its own story. */
export const chainsComplete: Rule = {
  name: 'chains-complete',
  promise: 'every event has its cause, and the CCAS has the whole chain of each need',
  check(town, found) {
    const all = town.services.flatMap(({ journal }) => journal);
    const known = new Set(all.map(({ _id }) => _id));
    for (const entry of all) {
      const caused = known.has(entry.causationId) || isFirstCause(entry);
      found.look(entry._id, !caused && `${entry.type}: nothing in any journal is ${entry.causationId}`);
    }
    const atTheCcas = new Set([...town.chainLinks.keys(), ...town.journalOf('ccas').map(({ _id }) => _id)]);
    const needs = new Set(town.needs.map(({ _id }) => _id));
    for (const entry of town.journalOf('legal-access')) {
      const { _id, type, publication, causationId } = entry;
      if (!publication) continue;
      const link = town.chainLinks.get(_id);
      const needId = publication.data['needId'];
      const isTold = atTheCcas.has(causationId) || isFirstCause(entry) || !needs.has(String(needId));
      found.look(
        _id,
        !link && `the CCAS has not heard ${type}`,
        link && link.needId !== needId && `the CCAS links ${type} to ${link.needId ?? 'no need'}`,
        !isTold && known.has(causationId) && `the CCAS knows nothing of what caused ${type}: ${causationId}`,
      );
    }
  },
};

/** An agent's command, or a story that the software began. A link's answer follows from the event that made the link. */
function isFirstCause({ actor, causationId, correlationId }: Entry): boolean {
  return actor === undefined ? causationId === correlationId : !actor.startsWith('link:');
}
