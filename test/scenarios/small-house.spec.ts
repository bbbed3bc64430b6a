// The whole house as processes, on a broker and a database of its own: what a scenario drives from outside.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  freePort,
  startInbox,
  startServiceProcess,
  startSignIn,
  testInfrastructure,
  testConsoleClient,
  testMachineClient,
  uniquePrefix,
  type Inbox,
  type SignIn,
} from '@passerelle/testing';
import { writeJson } from '../../deploy/local/kept-json';

export const territory = '91645';
const names = ['people', 'ccas', 'directory', 'legal-access', 'notifications'] as const;

export interface House {
  readonly prefix: string;
  readonly inbox: Inbox;
  /** The inbox as JSON over HTTP, as verify reads it. */
  readonly inboxUrl: string;
  readonly get: <Answer>(role: string, path: string) => Promise<Answer>;
  readonly post: <Answer>(role: string, path: string, body: object) => Promise<Answer>;
  /** Whatever the answer is; `headers` replace the bearer of the role. */
  readonly ask: (role: string, path: string, body: object | string, headers?: Headers) => Promise<Answered>;
  readonly signIn: SignIn;
  readonly page: (path: string, form?: Record<string, string>) => Promise<{ status: number; text: string }>;
  /** The services' time goes forward; a mail waits 15 seconds, so that it can be undone. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Headers = Readonly<Record<string, string>>;
export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** `more`: variables that every service is given beside its own. */
export async function startHouse(more: Readonly<Record<string, string>> = {}): Promise<House> {
  const { kafkaBrokers, mongodbUri } = testInfrastructure();
  const [folder, signIn, inbox] = await Promise.all([
    mkdtemp(join(tmpdir(), 'passerelle-house-')),
    startSignIn(),
    startInbox(),
  ]);
  const [prefix, clockFile] = [uniquePrefix('house'), join(folder, 'clock.json')];
  const ports = new Map<string, number>();
  for (const name of [...names, 'gateway']) ports.set(name, await freePort());
  const urlOf = (name: string) => `http://127.0.0.1:${ports.get(name)}`;
  const environment = {
    ...{ KAFKA_BROKERS: kafkaBrokers, MONGODB_URI: mongodbUri, OIDC_ISSUER: signIn.issuer },
    ...{ MONGODB_DATABASE_PREFIX: prefix, TOPIC_PREFIX: prefix, SERVED_TERRITORIES: territory },
    ...{ DEV_CLOCK_FILE: clockFile, LOG_LEVEL: 'warn', PUBLIC_URL: urlOf('gateway') },
    ...{ LINK_SIGNING_KEY: 'a key for links of at least thirty-two characters', SMTP_URL: inbox.url },
    ...{ PEOPLE_URL: urlOf('people'), DIRECTORY_URL: urlOf('directory'), ...testMachineClient },
    SERVICE_URLS: names.map((name) => `${name}=${urlOf(name)}`).join(','),
    ...more,
  };
  const start = (name: string) =>
    startServiceProcess(name, {
      ...environment,
      ...(name === 'gateway' && testConsoleClient),
      PORT: String(ports.get(name)),
    });
  const services = await Promise.all([...names, 'gateway'].map(start));
  const web = await serve(() => inbox.messages());
  let offsetMs = 0;
  return {
    ...{ prefix, inbox, signIn, inboxUrl: `http://127.0.0.1:${(web.address() as AddressInfo).port}` },
    ...clientOf(urlOf('gateway'), (role) => signIn.issueToken({ roles: [role], territories: [territory] })),
    pass: async (seconds) => {
      offsetMs += seconds * 1_000;
      writeJson(clockFile, { offsetMs });
      await sleep(400);
    },
    stop: async () => {
      await Promise.all(services.map((service) => service.stop()));
      web.close();
      await Promise.all([signIn.stop(), inbox.stop(), rm(folder, { recursive: true })]);
    },
  };
}

function serve(list: () => unknown): Promise<Server> {
  const server = createServer((_request, response) => response.end(JSON.stringify(list())));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function clientOf(gateway: string, tokenOf: (role: string) => Promise<string>) {
  const call = async (role: string, path: string, body?: object | string, headers: Headers = {}) => {
    const answer = await fetch(`${gateway}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await tokenOf(role)}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, body: JSON.parse(await answer.text()) as Answered['body'] };
  };
  const done = async <Answer>(role: string, path: string, sent?: object): Promise<Answer> => {
    const { status, body } = await call(role, path, sent);
    if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return body as Answer;
  };
  return {
    get: <Answer>(role: string, path: string) => done<Answer>(role, path),
    post: <Answer>(role: string, path: string, body: object) => done<Answer>(role, path, body),
    ask: (role: string, path: string, body: object | string, headers?: Headers) =>
      call(role, path, body, headers),
    page: async (path: string, form?: Record<string, string>) => {
      const init = form && { method: 'POST', body: new URLSearchParams(form) };
      const answer = await fetch(`${gateway}${path}`, init);
      return { status: answer.status, text: await answer.text() };
    },
  };
}
