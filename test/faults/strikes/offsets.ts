import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import type { House } from '../house/house';
import { hearing } from '../house/plan';
import { instancesOf, killed, type Striker } from './stage';

/** Longer than the session that a dead member still holds in its group. */
const downMs = 6_000;

/** Both instances die, and the broker forgets how far they had read: all that was ever published comes again. */
export const offsetsForgotten: Striker = async (stage) => {
  const service = stage.card.inTurn(hearing);
  await stage.hold(service);
  const both = instancesOf(stage, service);
  for (const instance of both) instance.process.kill(downMs);
  return { ...killed(both), lifted: forget(stage.house, service) };
};

async function forget({ where }: House, service: string): Promise<void> {
  const admin = new Kafka({ brokers: [...where.kafkaBrokers], logLevel: logLevel.NOTHING }).admin();
  try {
    await admin.connect();
    // Refused while the group still has a member.
    for (let deleted = false; !deleted; await sleep(250)) {
      deleted = await admin.deleteGroups([`${where.prefix}.${service}`]).then(
        () => true,
        () => false,
      );
    }
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
