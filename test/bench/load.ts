import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUIDv7 } from 'node:crypto';
import { sinkDatabaseOf, type Bench } from './bench';
import type { Contender } from './contender';
import { Effects, effectsReach } from './effects';
import type { Pledge } from './pledge';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const topics = ['housing-law', 'labour-law', 'family-law', 'debt', 'victim-support', 'residence-permit'];

/** As many as it takes: agents, each with its next command as soon as the last is answered. Commands per second, to the last effect. */
export async function throughput(bench: Bench, contender: Contender, commands: number): Promise<number> {
  const database = bench.client.db(sinkDatabaseOf(contender.prefix));
  const before = await database.collection('filing').countDocuments();
  const start = performance.now();
  let left = commands;
  const agentLoop = async () => {
    while (left-- > 0) await post(contender.url, bench.token, newPledge());
  };
  await Promise.all(Array.from({ length: bench.settings.atOnce }, agentLoop));
  const end = await effectsReach(database, before + commands);
  return (commands / (end - start)) * 1000;
}

/** At a steady rate: milliseconds from the answer to the effect. */
export async function latencies(
  bench: Bench,
  contender: Contender,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number[]> {
  const effects = await Effects.open(bench.client.db(sinkDatabaseOf(contender.prefix)));
  const answered = new Map<string, number>();
  const posts: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = start + (index * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    const body = newPledge();
    const sent = post(contender.url, bench.token, body);
    posts.push(sent.then(() => void answered.set(body.id, performance.now())));
  }
  await Promise.all(posts);
  const seen = await effects.all([...answered.keys()]);
  await effects.close();
  return [...answered].map(([id, at]) => Math.max(0, seen.get(id)! - at));
}

export function newPledge(topic = topics[Math.floor(Math.random() * topics.length)]!): Pledge {
  return {
    id: randomUUIDv7(),
    personId: randomUUIDv7(),
    topic,
    urgency: 'normal',
    contactedOn: '2026-11-20',
  };
}

export function post(url: string, token: string, body: Pledge): Promise<void> {
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
