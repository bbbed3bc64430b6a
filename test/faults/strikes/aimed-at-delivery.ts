import { deciding, hearing } from '../house/plan';
import type { Seen } from '../proxy/seen';
import { killAtTheMoment, type Aim, type Watcher } from './aim';
import { killed, restartMs, type Stage, type Striker, type Struck } from './stage';

/** The commit is asked for and never arrives: nothing of the transaction may remain. */
export const beforeTheTransaction: Striker = (stage) =>
  strikeAt(stage, {
    at: 'MongoDB',
    watch:
      () =>
      ({ way, what }) =>
        way === 'request' && what === 'commitTransaction',
    then: 'drop',
  });

/** The relay has what a transaction decided, and the broker never gets it from there. */
export const beforeThePublish: Striker = (stage) =>
  strikeAt(stage, {
    at: 'Kafka',
    watch:
      () =>
      ({ way, what }) =>
        way === 'request' && what === 'Produce',
    then: 'drop',
  });

/** The broker has it, and the journal never learns: it goes out twice. */
export const beforeTheMark: Striker = (stage) =>
  strikeAt(
    stage,
    stage.card.lots.one([
      {
        at: 'Kafka' as const,
        watch:
          () =>
          ({ way, what }: Seen) =>
            way === 'answer' && what === 'Produce',
        then: 'drop' as const,
      },
      {
        at: 'MongoDB' as const,
        watch:
          () =>
          ({ way, what, collection }: Seen) =>
            way === 'request' && what === 'update' && collection === 'journal',
        then: 'drop' as const,
      },
    ]),
  );

/** The effect is durable, and the group never learns: the event comes again. */
export const beforeTheOffset: Striker = (stage) =>
  strikeAt(
    stage,
    stage.card.lots.one([
      { at: 'MongoDB' as const, watch: effectCommitted, then: 'drop' as const },
      {
        at: 'Kafka' as const,
        watch:
          () =>
          ({ way, what }: Seen) =>
            way === 'request' && what === 'OffsetCommit',
        then: 'drop' as const,
      },
    ]),
    hearing,
  );

/** The answer to the commit of a transaction that moved the inbox. */
const effectCommitted: Watcher = () => {
  const effects = new Set<string>();
  return ({ way, what, collection, transaction }) => {
    if (way === 'request' && collection === 'inbox') {
      const id = transaction?.();
      if (id !== undefined) effects.add(id);
    }
    return way === 'answer' && what === 'commitTransaction' && effects.has(transaction?.() ?? '');
  };
};

async function strikeAt(
  stage: Stage,
  aim: Omit<Aim, 'restartMs'>,
  services: readonly string[] = deciding,
): Promise<Struck | undefined> {
  const instance = await killAtTheMoment(stage, services, { ...aim, restartMs: restartMs(stage) });
  return instance && killed([instance]);
}
