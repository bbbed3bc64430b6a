import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start';
import { abortionOf } from './abortion-of';
import { endOrphan, type ManagedProcess, startProcess } from './managed-process';
import { mongodBinary } from './mongod-binary';
import { replicaSetReady, setName } from './mongod-ready';

/** A replica set of one member, its data kept under `folder`: transactions and change streams need a replica set. */
export async function startMongod(
  folder: string,
  port: number,
  cancelled?: AbortSignal,
): Promise<ManagedProcess> {
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  const pidFile = join(folder, 'mongod.pid');
  const logFile = join(folder, 'mongod.log');
  await endOrphan(pidFile);
  const mongod = startProcess({
    command: await mongodBinary(process.env, cancelled),
    args: [
      ...['--replSet', setName, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
      ...['--dbpath', data, '--logpath', logFile, '--logRotate', 'reopen', '--logappend', '--quiet'],
      ...['--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '512'],
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      // What a killed service left open bars what it had touched until then: a minute by default, where ours take milliseconds.
      ...['--setParameter', 'transactionLifetimeLimitSeconds=4'],
    ],
    logFile: join(folder, 'mongod.out'),
    pidFile,
    mark: data,
  });
  const ready = await Promise.race([replicaSetReady(port, 120_000), mongod.exited, abortionOf(cancelled)]);
  if (ready !== 'ready') {
    await mongod.stop(2_000);
    cancelled?.throwIfAborted();
    throw new CannotStart(`MongoDB did not come up on port ${port}; its log says why: ${logFile}`);
  }
  return mongod;
}
