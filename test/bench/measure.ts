import { Agent, request } from 'node:http';
import type { MongoClient } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Contender } from './contender';
import type { Pledge } from './pledge';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const topics = ['housing-law', 'labour-law', 'family-law', 'debt', 'victim-support', 'residence-permit'];

/** Sees effects as another client of the sink's database does: majority-committed, by a change stream. The same for both sides. */
export class Effects {
  private readonly seen = new Map<string, number>();
  private readonly stream;

  constructor(client: MongoClient, contender: Contender) {
    this.stream = client
      .db(`${contender.databasePrefix}-legal-access`)
      .collection('filing')
      .watch([{ $match: { operationType: 'insert' } }, { $project: { documentKey: 1 } }]);
    this.stream.on('change', (change) => {
      const { documentKey } = change as unknown as { documentKey: { _id: string } };
      this.seen.set(documentKey._id, performance.now());
    });
  }

  /** Milliseconds of `performance.now()`, per id. */
  async all(count: number, withinMs: number): Promise<ReadonlyMap<string, number>> {
    const deadline = performance.now() + withinMs;
    while (this.seen.size < count) {
      if (performance.now() > deadline) throw new Error(`${this.seen.size} effects of ${count} in time`);
      await sleep(5);
    }
    return this.seen;
  }

  async close(): Promise<void> {
    await this.stream.close();
  }
}

/** As many as it takes: `atOnce` agents, each with its next command as soon as the last is answered. Commands per second. */
export async function throughput(
  client: MongoClient,
  contender: Contender,
  token: string,
  { commands, atOnce }: { commands: number; atOnce: number },
): Promise<number> {
  const effects = new Effects(client, contender);
  await sleep(200);
  const start = performance.now();
  let left = commands;
  const agentLoop = async () => {
    while (left-- > 0) await post(contender.url, token, pledge());
  };
  await Promise.all(Array.from({ length: atOnce }, agentLoop));
  const seen = await effects.all(commands, 60_000);
  await effects.close();
  return (commands / (Math.max(...seen.values()) - start)) * 1000;
}

/** At a steady rate: milliseconds from the answer to the effect, sorted. */
export async function latencies(
  client: MongoClient,
  contender: Contender,
  token: string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number[]> {
  const effects = new Effects(client, contender);
  await sleep(200);
  const answered = new Map<string, number>();
  const posts: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = start + (index * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    const body = pledge();
    posts.push(post(contender.url, token, body).then(() => void answered.set(body.id, performance.now())));
  }
  await Promise.all(posts);
  const seen = await effects.all(answered.size, 60_000);
  await effects.close();
  return [...answered].map(([id, at]) => Math.max(0, seen.get(id)! - at)).sort((a, b) => a - b);
}

function pledge(): Pledge {
  const topic = topics[Math.floor(Math.random() * topics.length)]!;
  return { id: uuidv7(), personId: uuidv7(), topic, urgency: 'normal', contactedOn: '2026-11-20' };
}

function post(url: string, token: string, body: Pledge): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
