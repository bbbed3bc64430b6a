// A broker of the test's own, to be killed and started again on the same data and port.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@passerelle/testing';
import { startKafka } from '../../deploy/local/infrastructure/kafka';

export interface OwnBroker {
  readonly address: string;
  /** kill -9, and up again as soon as it can be. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startOwnBroker(): Promise<OwnBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-recovery-'));
  const port = await freePort();
  let kafka = await startKafka(folder, port);
  return {
    address: `127.0.0.1:${port}`,
    async killAndRestart() {
      process.kill(kafka.pid, 'SIGKILL');
      await kafka.exited;
      kafka = await startKafka(folder, port);
    },
    async stop() {
      await kafka.stop(5_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
