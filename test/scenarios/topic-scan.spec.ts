// Reads every record of every topic of a run, and says what it should not hold. Used by scenarios.
import { Kafka, logLevel, type IHeaders } from 'kafkajs';
import { testInfrastructure, uniquePrefix } from '@passerelle/testing';

export interface Scan {
  readonly topics: readonly string[];
  readonly records: number;
  /** Where, and which word or shape. Never the record itself. */
  readonly found: readonly string[];
}

/** Looks like an address of mail, or like a French phone number. Ids and instants do not. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['a mail address', /[\w.+-]+@[\w-]+\.[a-z]{2,}/i],
  ['a phone number', /(?<![\w-])(?:(?:\+|00)33[ .-]?|0)[1-9](?:[ .-]?\d{2}){4}(?![\w-])/],
];

/** Keys, headers and bodies of all topics under a prefix, from their beginning to their present end. */
export async function scanTopics(prefix: string, words: readonly string[]): Promise<Scan> {
  const { kafkaBrokers } = testInfrastructure();
  const kafka = new Kafka({ brokers: kafkaBrokers.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(`${prefix}.`)).sort();
  const ends = new Map<string, number>();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (Number(high) > Number(low)) ends.set(`${topic} ${partition}`, Number(high));
    }
  }
  await admin.disconnect();
  const found = new Set<string>();
  let records = 0;
  await readAll(kafka, topics, ends, (topic, texts) => {
    records += 1;
    for (const text of texts) {
      for (const what of personalIn(text, words)) found.add(`${topic}: ${what}`);
    }
  });
  return { topics, records, found: [...found] };
}

async function readAll(
  kafka: Kafka,
  topics: string[],
  ends: Map<string, number>,
  take: (topic: string, texts: string[]) => void,
): Promise<void> {
  if (ends.size === 0) return;
  const consumer = kafka.consumer({ groupId: uniquePrefix('scan'), maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachMessage = async ({ topic, partition, message }: EachMessage) => {
      take(topic, [String(message.key ?? ''), String(message.value ?? ''), ...headersOf(message.headers)]);
      const place = `${topic} ${partition}`;
      if (Number(message.offset) + 1 >= (ends.get(place) ?? Infinity)) ends.delete(place);
      if (ends.size === 0) resolve();
    };
    consumer.run({ autoCommit: false, eachMessage }).catch(reject);
  });
  await consumer.disconnect();
}

interface EachMessage {
  topic: string;
  partition: number;
  message: { key: Buffer | null; value: Buffer | null; offset: string; headers?: IHeaders };
}

function headersOf(headers: IHeaders = {}): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [name, String(value ?? '')]);
}

export function personalIn(text: string, words: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return [
    ...shapes.filter(([, shape]) => shape.test(text)).map(([what]) => what),
    ...words.filter((word) => lower.includes(word.toLowerCase())),
  ];
}
