import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServiceProcess } from './service-process';

const name = 'example';
const root = mkdtempSync(join(tmpdir(), 'passerelle-example-'));

/** A service in the shape of a build: it answers ready, and obeys SIGTERM. */
const main = `
const { createServer } = require('node:http');
if (process.env.FAIL) { console.error('MONGODB_URI is missing'); process.exit(1); }
const server = createServer((request, response) => response.end(process.env.KAFKA_BROKERS));
server.listen(process.env.PORT);
process.on('SIGTERM', () => process.exit(0));
`;

describe('a service as a process', () => {
  beforeAll(() => {
    const dist = join(root, 'services', name, 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, 'main.js'), main);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is ready, knows the infrastructure of the run, and stops when asked', async () => {
    const service = await startServiceProcess(name, {}, { root });
    const answer = await fetch(`${service.url}/health/ready`);
    expect(await answer.text()).toBe(process.env['KAFKA_BROKERS']);
    expect(await service.stop()).toBe(0);
    expect(service.running()).toBe(false);
  });

  it('dies at once when killed', async () => {
    const service = await startServiceProcess(name, {}, { root });
    await service.kill();
    await expect(fetch(service.url)).rejects.toThrow();
  });

  it('says what a service that cannot start wrote', async () => {
    await expect(startServiceProcess(name, { FAIL: 'yes' }, { root })).rejects.toThrow(
      'MONGODB_URI is missing',
    );
  });
});
