import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const script = `
const { startService } = require('./libs/platform/src/start-service.ts');
const { defineFront, defineService } = require('./libs/platform/src/define-service.ts');
const front = defineFront({ name: 'things', title: 'Choses', compose: () => ({}) });
const service = defineService({ name: 'things', title: 'Choses', compose: () => ({}) });
void startService(process.env.KIND === 'service' ? service : front);
`;

function start(variables: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ['-r', './deploy/local/ts.cjs', '-e', script], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout!.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr!.on('data', (data: Buffer) => (err += data.toString()));
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  return { child, ended, out: () => out, err: () => err };
}

const good = { NODE_ENV: 'test', PORT: '0', OIDC_ISSUER: 'http://127.0.0.1:9' };

describe('the process of a service', () => {
  it('ends with 78 and one clear line for each variable that is wrong', async () => {
    const { ended, err } = start({ NODE_ENV: 'test', PORT: 'x', KIND: 'service' });
    expect(await ended).toBe(78);
    expect(
      err()
        .trimEnd()
        .split('\n')
        .filter((line) => line.startsWith('things: ')),
    ).toEqual([
      'things: PORT is not valid: expected a TCP port, such as 8102.',
      expect.stringMatching(/^things: OIDC_ISSUER is missing: expected .+\.$/),
      expect.stringMatching(/^things: MONGODB_URI is missing: expected .+\.$/),
      expect.stringMatching(/^things: KAFKA_BROKERS is missing: expected .+\.$/),
    ]);
    expect(err()).not.toContain('    at ');
  });

  it('says in one sentence that its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { ended, err } = start({ ...good, PORT: String(port) });
    expect(await ended).toBe(1);
    expect(err()).toContain(`things: Port ${port} is already taken`);
    expect(err()).not.toContain('    at ');
    other.close();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s', async (signal) => {
    const { child, ended, out } = start(good);
    while (!out().includes('things serves')) await new Promise((done) => setTimeout(done, 50));
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  it('stops cleanly while it still waits for MongoDB', async () => {
    const storage = {
      MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200',
      KAFKA_BROKERS: '127.0.0.1:9',
    };
    const { child, ended, out } = start({ ...good, ...storage, KIND: 'service' });
    while (!out().includes('does not answer')) await new Promise((done) => setTimeout(done, 50));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
