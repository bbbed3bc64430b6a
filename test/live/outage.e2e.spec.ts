import { tailTopics } from '@passerelle/messaging';
import { allContracts } from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../deploy/local/infrastructure/free-port';
import { startKafka } from '../../deploy/local/infrastructure/kafka';

jest.setTimeout(120_000);

it('a Kafka that dies and comes back is heard again, and everybody is told to ask anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-outage-'));
  const port = await freePort();
  let begun = 0;
  const logger = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
  const kafkaBrokers = [`127.0.0.1:${port}`];
  // Before there is any broker: nothing waits for it.
  const tail = tailTopics({
    ...{ service: 'gateway', topicPrefix: 'outage', kafkaBrokers, contracts: allContracts, logger },
    hear: () => undefined,
    again: () => (begun += 1),
  });
  let kafka: Awaited<ReturnType<typeof startKafka>> | undefined;
  try {
    await eventually(async () => expect(tail.state).toBe('down'), { withinMs: 30_000 });
    for (const times of [1, 2]) {
      kafka = await startKafka(folder, port);
      await eventually(async () => expect([tail.state, begun]).toEqual(['up', times]), { withinMs: 40_000 });
      await kafka.stop(0);
      await eventually(async () => expect(tail.state).toBe('down'), { withinMs: 40_000 });
    }
    expect(begun).toBe(2);
  } finally {
    await kafka?.stop(0);
    await tail.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
