import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventContract, Field } from '@passerelle/contracts';
import type { Decider, Refusal } from '@passerelle/domain-kit';
import { aggregateStore, publication, type Cause, type UnitOfWork } from '@passerelle/messaging';
import { defineService, launchService, type RunningService } from '@passerelle/platform';
import { startSignIn, testInfrastructure, uniquePrefix, type SignIn } from '@passerelle/testing';
import { mongo } from 'mongoose';
import { ccas } from '../ccas.module';

export const territory = '91645';
export const linkKey = 'a key for links of at least thirty-two characters';
const MS_PER_DAY = 86_400_000;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came over HTTP: expectations say what it must be
export type Body = Record<string, any>;

interface Said {
  readonly type: 'Said';
  readonly contract: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Another service as this one hears it: real events, on the real broker, of whatever contract a test needs. */
export interface OtherService {
  say(
    contract: EventContract,
    data: Readonly<Record<string, unknown>>,
    cause?: Partial<Cause>,
  ): Promise<string>;
  stop(): Promise<void>;
}

/** The CCAS service on real Kafka and MongoDB, with a clock that a test can move forward. */
export class CcasUnderTest {
  private constructor(
    readonly service: RunningService,
    readonly signIn: SignIn,
    readonly database: mongo.Db,
    private readonly client: mongo.MongoClient,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly folder: string,
  ) {}

  static async start(): Promise<CcasUnderTest> {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    const prefix = uniquePrefix('ccas');
    const folder = await mkdtemp(join(tmpdir(), 'ccas-'));
    const signIn = await startSignIn();
    const environment = {
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'silent',
      OIDC_ISSUER: signIn.issuer,
      KAFKA_BROKERS: kafkaBrokers,
      MONGODB_URI: mongodbUri,
      MONGODB_DATABASE_PREFIX: prefix,
      TOPIC_PREFIX: prefix,
      LINK_SIGNING_KEY: linkKey,
      DEV_CLOCK_FILE: join(folder, 'clock.json'),
    };
    const client = await new mongo.MongoClient(mongodbUri).connect();
    const service = await launchService(ccas, environment);
    await service.ready;
    return new CcasUnderTest(service, signIn, client.db(`${prefix}-ccas`), client, environment, folder);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.signIn.stop();
    await this.client.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  token(role: string, more: { territories?: string[]; sub?: string; name?: string } = {}): Promise<string> {
    return this.signIn.issueToken({ roles: [role], territories: [territory], sub: 'claire', ...more });
  }

  async call(method: string, path: string, body: unknown, token: string) {
    const response = await fetch(`${this.service.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }

  /** Domain time only: days later than it really is. */
  async moveClock(days: number): Promise<void> {
    await writeFile(this.environment['DEV_CLOCK_FILE']!, JSON.stringify({ offsetMs: days * MS_PER_DAY }));
  }

  async otherService(name: string, servesField?: Field): Promise<OtherService> {
    const contracts = new Map<string, EventContract>();
    let speaker: { unitOfWork: UnitOfWork; connection: Parameters<typeof aggregateStore>[0] } | undefined;
    const running = await launchService(
      defineService({
        name,
        title: name,
        ...(servesField && { servesField }),
        compose: ({ unitOfWork, connection }) => {
          speaker = { unitOfWork, connection };
          return {};
        },
      }),
      this.environment,
    );
    await running.ready;
    const decider: Decider<Said, object, Said> = {
      initial: {},
      decide: (said) => [said],
      evolve: () => ({}),
    };
    const store = aggregateStore(speaker!.connection, {
      name: 'said',
      decider,
      publishes: { Said: ({ contract, data }) => publication(contracts.get(contract)!, data) },
    });
    return {
      say: async (contract, data, cause = {}) => {
        contracts.set(contract.type, contract);
        const id = String(data[contract.key]);
        const outcome = await speaker!.unitOfWork.run({ territory, ...cause }, (tx) =>
          store.decide(tx, id, { type: 'Said', contract: contract.type, data }),
        );
        return (outcome as Exclude<typeof outcome, Refusal>).lastEventId!;
      },
      stop: () => running.stop(),
    };
  }
}

export const form = (more: object = {}) => ({
  id: randomUUID(),
  personId: randomUUID(),
  words: 'menace d’expulsion',
  urgency: 'urgent',
  contactedOn: '2026-01-05',
  ...more,
});
