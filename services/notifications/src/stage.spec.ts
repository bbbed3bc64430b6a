import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchService, type RunningService } from '@passerelle/platform';
import {
  startInbox,
  startSignIn,
  testInfrastructure,
  testMachineClient,
  uniquePrefix,
  type Inbox,
  type SignIn,
} from '@passerelle/testing';
import { mongo } from 'mongoose';
import { Neighbours } from './neighbours.spec';
import { notifications } from './notifications.module';
import { Teller } from './teller.spec';

export const territory = '91645';
export const linkKey = 'a key of more than thirty-two characters';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came over HTTP: expectations say what it must be
type Answer = any;

interface SeenDelivery {
  readonly id: string;
  readonly notice: string;
  readonly status: string;
  readonly because?: string;
  readonly channel?: string;
}

/** For tests: this service on real Kafka, MongoDB and SMTP, its neighbours, and a clock that is moved. */
export class Stage {
  readonly prefix = uniquePrefix('notifications');
  readonly neighbours = new Neighbours();
  readonly teller = new Teller();
  private readonly folder = mkdtempSync(join(tmpdir(), 'passerelle-notifications-'));
  private readonly services: RunningService[] = [];
  private offsetMs = 0;
  inbox!: Inbox;
  signIn!: SignIn;
  client!: mongo.MongoClient;
  url = '';

  async start(): Promise<void> {
    this.moveClock(0);
    [this.inbox, this.signIn] = await Promise.all([startInbox(), startSignIn()]);
    this.client = await new mongo.MongoClient(testInfrastructure().mongodbUri).connect();
    await this.neighbours.start();
    const [service, teller] = await Promise.all([
      this.launch(),
      launchService(this.teller.service, this.environment()),
    ]);
    await Promise.all([service.ready, teller.ready]);
    this.services.push(service, teller);
    this.url = service.url;
  }

  launch(): Promise<RunningService> {
    return launchService(notifications, {
      ...this.environment(),
      ...testMachineClient,
      SMTP_URL: this.inbox.url,
      PEOPLE_URL: this.neighbours.url,
      DIRECTORY_URL: this.neighbours.url,
      PUBLIC_URL: 'https://passerelle.example',
      LINK_SIGNING_KEY: linkKey,
      TOWN_PHONE: '01 69 00 00 00',
    });
  }

  private environment() {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    return {
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
      OIDC_ISSUER: this.signIn.issuer,
      KAFKA_BROKERS: kafkaBrokers,
      MONGODB_URI: mongodbUri,
      MONGODB_DATABASE_PREFIX: this.prefix,
      TOPIC_PREFIX: this.prefix,
      DEV_CLOCK_FILE: join(this.folder, 'clock.json'),
    };
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()));
    await Promise.all([
      this.inbox?.stop(),
      this.signIn?.stop(),
      this.neighbours.stop(),
      this.client?.close(),
    ]);
    rmSync(this.folder, { recursive: true });
  }

  /** Domain time goes forward for both services. */
  moveClock(seconds: number): void {
    this.offsetMs += seconds * 1000;
    writeFileSync(join(this.folder, 'clock.json'), JSON.stringify({ offsetMs: this.offsetMs }));
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  database(): mongo.Db {
    return this.client.db(`${this.prefix}-notifications`);
  }

  /** As `people` answers; what is left out is not known. */
  knowPerson(id: string, contact: { mail?: string; phone?: string }, wishes: object = {}): void {
    this.neighbours.answers.set(`/persons/${id}/contact-points`, {
      firstName: 'Nadia',
      lastName: 'Benhamou',
      ...contact,
      wishes: { doNotWrite: false, doNotLeaveMessage: false, neutralSubject: false, ...wishes },
    });
  }

  async deliveriesOf(needId: string, token: string): Promise<SeenDelivery[]> {
    return (await this.call('GET', `/deliveries?needId=${needId}`, token)).body.items;
  }

  async call(method: string, path: string, token: string, body?: unknown) {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as Answer };
  }
}
