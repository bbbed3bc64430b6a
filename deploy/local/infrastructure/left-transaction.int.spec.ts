import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@passerelle/testing';
import { mongo } from 'mongoose';
import type { ManagedProcess } from './managed-process';
import { startMongod } from './mongod';

/** Changes a document in a transaction that it never ends, says so, and waits to be killed. */
const leaves = `
  const { mongo } = require('mongoose');
  void (async () => {
    const client = await new mongo.MongoClient(process.argv[1]).connect();
    const session = client.startSession();
    session.startTransaction();
    await client.db('left').collection('things').updateOne({ _id: 'x' }, { $inc: { n: 1 } }, { session });
    console.log('open');
  })();
`;

describe('a process that is killed in the middle of a transaction', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-mongod-'));
  let mongod: ManagedProcess | undefined;
  afterAll(async () => {
    await mongod?.stop(5_000);
    rmSync(folder, { recursive: true });
  });

  it('holds what it touched for seconds, not for a minute', async () => {
    const port = await freePort();
    mongod = await startMongod(folder, port);
    const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
    const client = await new mongo.MongoClient(uri).connect();
    try {
      const things = client.db('left').collection<{ _id: string; n: number }>('things');
      await things.insertOne({ _id: 'x', n: 0 });
      const child = spawn(process.execPath, ['-e', leaves, uri]);
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      // Outside of a transaction, a write waits for the one that holds the document.
      await things.updateOne({ _id: 'x' }, { $inc: { n: 1 } }, { maxTimeMS: 25_000 });
      expect(await things.findOne({ _id: 'x' })).toMatchObject({ n: 1 });
    } finally {
      await client.close();
    }
  });
});
