import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, parisDay } from '@passerelle/calendar';
import {
  eventually,
  freePort,
  startServiceProcess,
  testConsoleClient,
  testMachineClient,
  uniquePrefix,
} from '@passerelle/testing';
import { startSignInServer } from '../../deploy/local/sign-in/sign-in-server';
import { townPeople } from './town-people';

export interface ConsoleTown {
  readonly url: string;
  /** Of its databases and topics. */
  readonly prefix: string;
  /** The API as that demo account, for what a test brings about without the page. */
  readonly as: (login: string) => Promise<Call>;
  readonly stop: () => Promise<void>;
}
export type Call = <Answer>(path: string, body?: object, method?: string) => Promise<Answer>;

const day = 86_400_000;
const key = 'a key for links of at least 32 characters';

/** Every service as a process, the real sign-in, people who came over a month: what the console shows is what happened. */
export async function startConsoleTown(): Promise<ConsoleTown> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-console-'));
  const clockFile = join(folder, 'clock.json');
  const [signInPort, port] = [await freePort(), await freePort()];
  const [peoplePort, directoryPort] = [await freePort(), await freePort()];
  const [issuer, url] = [`http://localhost:${signInPort}`, `http://localhost:${port}`];
  const signIn = await startSignInServer({
    ...{ port: signInPort, issuer, publicUrl: url, folder },
    notificationsSecret: testMachineClient.OIDC_CLIENT_SECRET,
    consoleSecret: testConsoleClient.OIDC_CLIENT_SECRET,
  });
  const prefix = uniquePrefix('console');
  const common = {
    ...{ OIDC_ISSUER: issuer, MONGODB_DATABASE_PREFIX: prefix, TOPIC_PREFIX: prefix, LOG_LEVEL: 'warn' },
    ...{ SERVED_TERRITORIES: '91645,91477', LINK_SIGNING_KEY: key, PUBLIC_URL: url },
    ...{ NODE_ENV: 'development', DEV_CLOCK_FILE: clockFile },
  };
  const own: Record<string, Record<string, string>> = {
    people: { PORT: String(peoplePort) },
    directory: { PORT: String(directoryPort) },
    notifications: {
      ...{ PEOPLE_URL: `http://127.0.0.1:${peoplePort}`, DIRECTORY_URL: `http://127.0.0.1:${directoryPort}` },
      ...{ SMTP_URL: 'smtp://127.0.0.1:9', ...testMachineClient },
    },
  };
  const moveTo = async (daysAgo: number) => {
    writeFileSync(clockFile, JSON.stringify({ offsetMs: -daysAgo * day }));
    // Services read it four times a second.
    await sleep(600);
  };
  await moveTo(31);
  const names = ['people', 'ccas', 'directory', 'legal-access', 'notifications'];
  const services = await Promise.all(
    names.map((name) => startServiceProcess(name, { ...common, ...own[name] })),
  );
  const gateway = await startServiceProcess('gateway', {
    ...{ ...common, ...testConsoleClient, PORT: String(port), HOST: 'localhost' },
    SERVICE_URLS: names.map((name, at) => `${name}=${services[at]!.url}`).join(','),
  });
  const as = async (login: string): Promise<Call> => {
    const token = await (await fetch(`${issuer}/development/token?account=${login}`)).json();
    return caller(url, (token as { access_token: string }).access_token);
  };
  await live(as, moveTo);
  return {
    url,
    prefix,
    as,
    stop: async () => {
      await Promise.all([gateway, ...services].map((service) => service.stop()));
      await signIn.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A month of the town: places and permanences, then each person on the day they came. */
async function live(as: ConsoleTown['as'], moveTo: (daysAgo: number) => Promise<void>): Promise<void> {
  const [officer, worker] = [await as('nadia.lemoine'), await as('claire.marchand')];
  await openTown(officer);
  const people = townPeople.map((person) => ({ ...person, id: randomUUID() }));
  for (const { needs: _needs, ...person } of people) await worker('/people/persons', person);
  await eventually(async () => {
    const { items } = await worker<{ items: { topic: string; served: boolean }[] }>('/ccas/topics');
    expect(items.find(({ topic }) => topic === 'family-law')?.served).toBe(true);
  });
  const came = people
    .flatMap(({ id: personId, needs }) => needs.map((need) => ({ personId, ...need })))
    .sort((one, other) => other.daysAgo - one.daysAgo);
  for (const { daysAgo, urgent, ...need } of came) {
    await moveTo(daysAgo);
    const contactedOn = addDays(parisDay(new Date()), -daysAgo);
    await worker('/ccas/needs', {
      id: randomUUID(),
      urgency: urgent ? 'urgent' : 'normal',
      contactedOn,
      ...need,
    });
  }
  await moveTo(0);
  // The oldest promise is broken, work law has an appointment, the housing queue asks for the CCAS's go-ahead.
  await eventually(
    async () => {
      const { items } = await worker<{ items: { status: string }[] }>('/ccas/needs');
      const found = new Set(items.map(({ status }) => status));
      expect([...found].sort()).toEqual(['awaiting-service', 'expired', 'oriented', 'placed', 'to-classify']);
      const held = await (await as('paul.renard'))<{ total: number }>('/ccas/go-aheads');
      expect(held.total).toBe(1);
    },
    { withinMs: 60_000 },
  );
}

async function openTown(officer: Call): Promise<void> {
  const placeId = randomUUID();
  await officer('/legal-access/places', {
    ...{ id: placeId, name: 'Maison des services publics', rooms: ['Bureau 1'] },
    address: '2 place de l’Hôtel-de-Ville, 91370 Verrières-le-Buisson',
    openings: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', to: '18:00' })),
  });
  await officer('/legal-access/permanences', {
    ...{
      id: randomUUID(),
      profession: 'lawyer',
      placeId,
      room: 'Bureau 1',
      rrule: 'FREQ=WEEKLY;BYDAY=TU,TH',
    },
    ...{ startTime: '14:00', durationMinutes: 180, slotMinutes: 30, topics: ['labour-law', 'debt'] },
    from: parisDay(new Date()),
  });
  await officer('/directory/partners', {
    ...{ id: randomUUID(), name: 'MJD de Palaiseau', kind: 'mjd', topics: ['family-law', 'housing-law'] },
  });
  const values = { needsGoAhead: true, threshold: 3 };
  await officer('/legal-access/policies/housing-law', { values }, 'PUT');
}

function caller(url: string, token: string): Call {
  return async <Answer>(path: string, body?: object, method = body ? 'POST' : 'GET') => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}
