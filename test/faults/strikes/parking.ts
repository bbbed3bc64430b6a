import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { House } from '../house/house';
import { killFirstSeen } from './aim';
import { emptyTheLot } from './parked-lot';
import { instancesOf, killed, restartMs, type Striker } from './stage';

/** Collections that grow by reactions only: what refuses a new document there fails a reaction, and no command. */
const poisonable = [
  { service: 'notifications', collection: 'delivery' },
  { service: 'ccas', collection: 'chain-links' },
] as const;

const poisonMs = 6_000;

/**
 * Poison from outside: the database refuses the documents of some aggregates, so that their reaction fails three times. The
 * instance dies as it parks the first. Later the poison goes, and what was parked is replayed as an administrator does.
 */
export const inParking: Striker = async (stage) => {
  const { service, collection } = stage.card.inTurn(poisonable);
  const then = stage.card.lots.one(['pass', 'drop'] as const);
  await stage.hold(service);
  await validate(stage.house, service, collection, poison);
  const struck = await killFirstSeen(stage, instancesOf(stage, service), {
    ...{ at: 'MongoDB', then, restartMs: restartMs(stage) },
    watch:
      () =>
      ({ way, what, collection: of }) =>
        way === 'request' && what === 'update' && of === 'parked',
  });
  const cure = async () => {
    await sleep(struck ? poisonMs : 0);
    await validate(stage.house, service, collection, {});
    await emptyTheLot(stage.house, service, 60_000);
  };
  if (!struck) {
    await cure();
    return undefined;
  }
  return { ...killed([struck]), lifted: cure() };
};

/** An eighth of all ids; documents that are there already may go on changing. */
const poison = { $expr: { $not: { $in: [{ $substrCP: ['$_id', 35, 1] }, ['3', 'b']] } } };

async function validate(
  { where }: House,
  service: string,
  collection: string,
  validator: object,
): Promise<void> {
  // MongoDB may be under a strike of its own.
  for (;;) {
    const client = new MongoClient(where.mongodbUri, {
      serverSelectionTimeoutMS: 2_000,
      socketTimeoutMS: 20_000,
    });
    try {
      await client
        .db(`${where.prefix}-${service}`)
        .command({ collMod: collection, validator, validationLevel: 'moderate' });
      return;
    } catch (error) {
      // Nothing was written yet: there is nothing to refuse.
      if ((error as { codeName?: string }).codeName === 'NamespaceNotFound') return;
      await sleep(500);
    } finally {
      await client.close();
    }
  }
}
