// npm run bench [-- --json FILE --rounds N]: our whole path against the same durable work written by hand, side by side.
import { startSignIn } from '@passerelle/testing';
import { MongoClient } from 'mongodb';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startTestInfrastructure } from '../../deploy/local/test-infrastructure';
import { startContender, type Contender } from './contender';
import { latencies, throughput } from './measure';
import { territory } from './pledge';

const { values } = parseArgs({
  options: { json: { type: 'string' }, rounds: { type: 'string', default: '7' } },
});
const rounds = Number(values.rounds);
const load = { commands: 2_000, atOnce: 32 };
const steady = { perSecond: 200, seconds: 10 };

interface Round {
  readonly ours: number;
  readonly limit: number;
}

async function main(): Promise<void> {
  const infrastructure = await startTestInfrastructure();
  const signIn = await startSignIn();
  const environment = {
    KAFKA_BROKERS: infrastructure.kafkaBrokers,
    MONGODB_URI: infrastructure.mongodbUri,
    OIDC_ISSUER: signIn.issuer,
    SERVED_TERRITORIES: territory,
  };
  const client = await new MongoClient(infrastructure.mongodbUri).connect();
  const contenders: Contender[] = [];
  try {
    const token = await signIn.issueToken({
      roles: ['ccas-worker'],
      territories: [territory],
      expiresIn: 7_200,
    });
    const ours = await startContender('ours', environment);
    contenders.push(ours);
    const limit = await startContender('limit', environment);
    contenders.push(limit);
    report(await compare(client, ours, limit, token));
  } finally {
    await Promise.all(contenders.map((contender) => contender.stop()));
    await client.close();
    await signIn.stop();
    await infrastructure.stop();
  }
}

async function compare(client: MongoClient, ours: Contender, limit: Contender, token: string) {
  say('warming up');
  for (const contender of [ours, limit])
    await throughput(client, contender, token, { ...load, commands: 1_000 });
  const throughputs: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Turn about: whatever drifts on the machine, drifts for both.
    const order = round % 2 === 0 ? [ours, limit] : [limit, ours];
    const measured: Record<string, number> = {};
    for (const contender of order)
      measured[contender.name] = await throughput(client, contender, token, load);
    throughputs.push({ ours: measured['ours']!, limit: measured['limit']! });
    say(
      `round ${round + 1}: ours ${measured['ours']!.toFixed(0)}/s, limit ${measured['limit']!.toFixed(0)}/s`,
    );
  }
  const ourLatencies = await latencies(client, ours, token, steady);
  const limitLatencies = await latencies(client, limit, token, steady);
  return { throughputs, ourLatencies, limitLatencies };
}

function report({ throughputs, ourLatencies, limitLatencies }: Awaited<ReturnType<typeof compare>>): void {
  const ratios = throughputs.map(({ ours, limit }) => ours / limit).sort((a, b) => a - b);
  const result = {
    ratios: { wholePathThroughputOverLimit: round(median(ratios)) },
    spread: { lowest: round(ratios[0]!), highest: round(ratios.at(-1)!) },
    throughputPerSecond: {
      ours: Math.round(median(throughputs.map(({ ours }) => ours).sort((a, b) => a - b))),
      limit: Math.round(median(throughputs.map(({ limit }) => limit).sort((a, b) => a - b))),
    },
    effectP50Ms: round(quantile(ourLatencies, 0.5)),
    effectP99Ms: round(quantile(ourLatencies, 0.99)),
    limitEffectP50Ms: round(quantile(limitLatencies, 0.5)),
    limitEffectP99Ms: round(quantile(limitLatencies, 0.99)),
    rounds: throughputs.length,
  };
  say(JSON.stringify(result, null, 2));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
}

const median = (sorted: readonly number[]) => quantile(sorted, 0.5);
const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
const round = (value: number) => Math.round(value * 1000) / 1000;
const say = (line: string) => process.stdout.write(`${line}\n`);

void main();
