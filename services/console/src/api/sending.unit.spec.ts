import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { goOn, obstacleNow, onHeld, send, takeBack } from './sending';

const command = (path = '/needs') =>
  new Request(`http://localhost/api/ccas${path}`, { method: 'POST', body: '{"id":"made-here"}' });
const answer = (status: number) => new Response('{}', { status });
const cut = () => Promise.reject(new TypeError('Failed to fetch'));

let asked: string[];
let answers: (() => Promise<Response>)[];

beforeEach(() => {
  jest.useFakeTimers();
  [asked, answers] = [[], []];
  globalThis.fetch = async (request) => {
    asked.push(await (request as Request).text());
    return (answers.shift() ?? (async () => answer(200)))();
  };
});
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

it('sends once what arrives', async () => {
  expect((await send(command())).status).toBe(200);
  expect(asked).toHaveLength(1);
  expect(obstacleNow()).toBeUndefined();
});

it('passes a hiccup by without a word', async () => {
  answers = [cut];
  const told = jest.fn();
  const stop = onHeld(told);
  const sent = send(command());
  await pass(400);
  expect((await sent).status).toBe(200);
  stop();
  // Once at its end, and nothing was held by then.
  expect(told).not.toHaveBeenCalled();
});

it('waits for the network, then sends the very same thing by itself', async () => {
  answers = [cut, cut, cut];
  const sent = send(command());
  await pass(400);
  expect(obstacleNow()).toBe('network');
  await pass(2_000);
  expect(obstacleNow()).toBe('network');
  goOn('network');
  await pass(0);
  expect((await sent).status).toBe(200);
  expect([...new Set(asked)]).toEqual(['{"id":"made-here"}']);
  expect([asked.length, obstacleNow()]).toEqual([4, undefined]);
});

it('waits for who signs in again, however long it takes', async () => {
  answers = [async () => answer(401)];
  const sent = send(command());
  await pass(60_000);
  expect([asked.length, obstacleNow()]).toEqual([1, 'session']);
  goOn('network');
  await pass(0);
  expect(asked).toHaveLength(1);
  goOn('session');
  await pass(0);
  expect((await sent).status).toBe(200);
});

it('meets the end of the session behind a lost network', async () => {
  answers = [cut, cut, async () => answer(401)];
  const sent = send(command());
  await pass(2_400);
  expect(obstacleNow()).toBe('session');
  goOn('session');
  await pass(0);
  expect((await sent).status).toBe(200);
});

it('is taken back by who pressed: it fails as it would have', async () => {
  answers = [cut, cut];
  const sent = send(command()).catch((error: unknown) => error);
  await pass(400);
  takeBack();
  expect(await sent).toBeInstanceOf(TypeError);
  answers = [async () => answer(401)];
  const other = send(command());
  await pass(0);
  takeBack();
  expect((await other).status).toBe(401);
  expect(obstacleNow()).toBeUndefined();
});

it('is taken back though it is just being tried again', async () => {
  answers = [cut, cut, () => new Promise(() => undefined)];
  const hung = globalThis.fetch;
  globalThis.fetch = (request, init) =>
    Promise.race([
      hung(request),
      new Promise<never>((_, fail) => init?.signal?.addEventListener('abort', fail)),
    ]);
  const sent = send(command()).catch((error: unknown) => error);
  await pass(2_400);
  expect(asked).toHaveLength(3);
  takeBack();
  await pass(0);
  expect(await sent).toBeInstanceOf(TypeError);
  expect(obstacleNow()).toBeUndefined();
});

it('leaves a refusal, and what only asks, to who asked', async () => {
  answers = [async () => answer(409), cut, cut];
  expect((await send(command())).status).toBe(409);
  await expect(send(new Request('http://localhost/api/ccas/needs'))).rejects.toThrow(TypeError);
  await expect(send(command('/persons/match'))).rejects.toThrow(TypeError);
  expect(obstacleNow()).toBeUndefined();
});

it('knows by its address every POST that a page reads with', () => {
  const source = resolve(__dirname, '..');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.spec)\.tsx?$/.test(file),
  );
  const reading = /queryFn:[^;]*?\.POST\(\s*'([^']+)'/g;
  const asked = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(reading)].map(([, path]) => path!),
  );
  expect(asked).toContain('/api/people/persons/match');
  expect(asked.filter((path) => !/\/(match|preview)$/.test(path))).toEqual([]);
});
