// A town of a few people, written by hand into MongoDB and Kafka as its services would leave it, until a test breaks it.
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { MongoClient, type Document } from 'mongodb';
import { testInfrastructure, uniquePrefix, type ReceivedMail } from '@passerelle/testing';
import type { AcceptedCommand, Where } from '../types';
import { services, type ServiceName } from './evidence';
import { heardBy, readsTopics } from './follows';

export const territory = '91645';
const day0 = Date.parse('2026-11-02T08:00:00.000Z');

export interface Happened {
  readonly service: ServiceName;
  readonly aggregate: string;
  readonly id: string;
  readonly type: string;
  readonly data?: Document;
  readonly published?: { readonly topic: string; readonly type?: string; readonly data: Document };
  readonly causedBy?: string;
}

export interface Sent {
  readonly topic: string;
  readonly key: string;
  readonly headers: Record<string, string>;
}

/** In memory first, so that a breach can be planted anywhere; then written. */
export class MadeUpTown {
  readonly accepted: AcceptedCommand[] = [];
  readonly mails: ReceivedMail[] = [];
  readonly records: Sent[] = [];
  /** Records that a group has not committed yet, by `service topic`. */
  readonly behind = new Map<string, number>();
  private readonly documents = new Map<string, Map<string, Document>>();
  private count = 0;

  constructor(private readonly prefix = uniquePrefix('checked')) {}

  all(service: ServiceName, collection: string): Map<string, Document> {
    const key = `${service} ${collection}`;
    const found = this.documents.get(key) ?? new Map<string, Document>();
    this.documents.set(key, found);
    return found;
  }

  put(service: ServiceName, collection: string, id: string, document: Document): void {
    this.all(service, collection).set(id, document);
  }

  /** What an aggregate became; its version follows from what happened to it. */
  become(service: ServiceName, aggregate: string, id: string, state: Document): void {
    const before = this.all(service, aggregate).get(id);
    this.put(service, aggregate, id, { territory, version: before?.['version'] ?? 0, state });
  }

  /** Appends to a story, publishes it, and has it heard by everybody concerned; gives the id of the event. */
  happen({ service, aggregate, id, type, data = {}, published, causedBy }: Happened): string {
    this.count += 1;
    const event = `event-${String(this.count).padStart(3, '0')}`;
    const document = this.all(service, aggregate).get(id) ?? { territory, state: {} };
    const sequence = Number(document['version'] ?? 0) + 1;
    this.put(service, aggregate, id, { ...document, version: sequence });
    const publication = published && { version: 1, type, ...published };
    this.put(service, 'journal', event, {
      ...{ aggregate, aggregateId: id, sequence, type, data, territory, actor: 'agent' },
      ...{
        at: new Date(day0 + this.count * 1_000),
        correlationId: 'story',
        causationId: causedBy ?? `command-${this.count}`,
      },
      ...(publication && { publication }),
    });
    if (publication) this.publish(service, event, id, sequence, publication);
    return event;
  }

  private publish(
    source: ServiceName,
    event: string,
    key: string,
    sequence: number,
    { topic, type, data }: { topic: string; type: string; data: Document },
  ): void {
    const headers = {
      ce_id: event,
      ce_type: type,
      ce_source: source,
      ce_sequence: String(sequence),
      ce_fence: '2',
    };
    this.records.push({ topic, key, headers });
    for (const { service, reaction, when } of heardBy[type] ?? []) {
      if (when && !when(data)) continue;
      this.put(service, 'inbox', `${reaction} ${key}`, { last: sequence });
      if (reaction.startsWith('ccas.record-')) this.put('ccas', 'chain-links', event, {});
    }
  }

  mail(delivery: string, domain = 'ville.example'): void {
    this.mails.push({ messageId: `${delivery}@${domain}` } as ReceivedMail);
  }

  get where(): Where {
    const { mongodbUri, kafkaBrokers } = testInfrastructure();
    const { prefix } = this;
    return { mongodbUri, kafkaBrokers: kafkaBrokers.split(','), prefix, mails: () => this.mails };
  }

  async writeDatabases(): Promise<void> {
    const client = await new MongoClient(testInfrastructure().mongodbUri).connect();
    try {
      for (const [key, documents] of this.documents) {
        const [service = '', collection = ''] = key.split(' ');
        const rows = [...documents].map(([_id, document]) => ({ ...document, _id: _id as never }));
        if (rows.length > 0)
          await client.db(`${this.prefix}-${service}`).collection(collection).insertMany(rows);
      }
    } finally {
      await client.close();
    }
  }

  async writeTopics(): Promise<void> {
    const kafka = new Kafka({ brokers: this.where.kafkaBrokers as string[], logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    const topics = [...new Set(this.records.map(({ topic }) => `${this.prefix}.${topic}`))];
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((topic) => ({ topic, numPartitions: 1 })),
    });
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const topicMessages = topics.map((topic) => ({
      topic,
      messages: this.records
        .filter((record) => `${this.prefix}.${record.topic}` === topic)
        .map(({ key, headers }) => ({ key, headers, value: '{}' })),
    }));
    await producer.sendBatch({ topicMessages });
    await producer.disconnect();
    for (const [service] of readsTopics) await this.commit(kafka, admin, service, topics);
    await admin.disconnect();
  }

  /** Where each group stands: at the end, unless it is behind. */
  private async commit(
    kafka: Kafka,
    admin: Admin,
    service: string,
    existing: readonly string[],
  ): Promise<void> {
    const reads = readsTopics.find(([name]) => name === service)?.[1] ?? [];
    const topics = reads
      .map((topic) => `${this.prefix}.${topic}`)
      .filter((topic) => existing.includes(topic));
    const offsets = [];
    for (const topic of topics) {
      const [end] = await admin.fetchTopicOffsets(topic);
      const left = this.behind.get(`${service} ${topic.slice(this.prefix.length + 1)}`) ?? 0;
      offsets.push({ topic, partition: 0, offset: String(Number(end?.high ?? 0) - left) });
    }
    const consumer = kafka.consumer({ groupId: `${this.prefix}.${service}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    const joined = new Promise<void>((resolve) => consumer.on('consumer.group_join', () => resolve()));
    await consumer.run({ autoCommit: false, eachMessage: async () => undefined });
    await joined;
    await consumer.commitOffsets(offsets);
    await consumer.disconnect();
  }

  async raze(): Promise<void> {
    const client = await new MongoClient(testInfrastructure().mongodbUri).connect();
    for (const service of services) await client.db(`${this.prefix}-${service}`).dropDatabase();
    await client.close();
  }
}
