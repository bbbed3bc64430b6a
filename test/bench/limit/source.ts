// The limit, the deciding side: raw mongodb driver, raw kafkajs, fastify. `source.ts poll` asks for its outbox every half second.
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Kafka, logLevel } from 'kafkajs';
import { pledgeBody } from '../pledge';
import { GroupCommit } from './group-commit';
import { pledged } from './pledged';
import { changeStreamFeed, pollingFeed, startRelay } from './relay';
import { insertPairs, isDuplicate, once, openStorage, type Storage } from './storage';

const env = process.env as Record<string, string>;
const pollEveryMs = 500;

type Made = ReturnType<typeof pledged>;

async function main(): Promise<void> {
  const storage = await openStorage(env['MONGODB_URI']!, `${env['MONGODB_DATABASE_PREFIX']}-ccas`, 'pledge');
  const kafka = new Kafka({ brokers: env['KAFKA_BROKERS']!.split(','), logLevel: logLevel.NOTHING });
  const feed =
    process.argv[2] === 'poll' ? pollingFeed(storage, pollEveryMs) : await changeStreamFeed(storage);
  await startRelay(kafka, `${env['TOPIC_PREFIX']}.ccas.need`, storage.journal, feed);
  const server = fastify();
  server.get('/health/ready', () => ({}));
  accept(server, commits(storage));
  await server.listen({ port: Number(env['PORT']), host: '127.0.0.1' });
  process.once('SIGTERM', () => process.exit(0));
}

/** Commands that arrive together share a transaction; each is answered after its commit. */
function commits(storage: Storage): GroupCommit<Made> {
  const { client, states } = storage;
  const together = (group: readonly Made[]) =>
    once(client, (session) => insertPairs(storage, group, session));
  const alone = (made: Made) =>
    together([made]).catch(async (error: unknown) => {
      // Made already: repeating a command is answered as the first time.
      const isMade = isDuplicate(error) && (await states.findOne({ _id: made.state._id }));
      if (!isMade) throw error;
    });
  return new GroupCommit({ most: 64, slots: 2, together, alone });
}

function accept(server: FastifyInstance, commit: GroupCommit<Made>): void {
  const keys = createRemoteJWKSet(new URL(`${env['OIDC_ISSUER']}/jwks`));
  const verified = new Map<string, { sub: string; exp: number }>();
  const actorOf = async (token: string): Promise<string> => {
    const known = verified.get(token);
    if (known && known.exp > Date.now() / 1000) return known.sub;
    const { payload } = await jwtVerify(token, keys, { issuer: env['OIDC_ISSUER'], audience: 'passerelle' });
    verified.set(token, { sub: String(payload.sub), exp: Number(payload.exp) });
    return String(payload.sub);
  };
  server.post('/pledges', async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = await actorOf(request.headers.authorization?.slice(7) ?? '');
    const pledge = pledgeBody.parse(request.body);
    await commit.add(pledged(pledge, actor));
    return reply.code(201).send({ id: pledge.id });
  });
}

void main();
