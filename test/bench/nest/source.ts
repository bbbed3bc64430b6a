// Nest's own Kafka transport, as its documentation has it: save, then emit. No outbox: a death in between loses the event.
import { Body, Controller, Get, Headers, HttpCode, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, ClientsModule, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { MongoClient } from 'mongodb';
import { randomUUIDv7 } from 'node:crypto';
import { pledgeBody, territory, type Pledge } from '../pledge';

const env = process.env as Record<string, string>;
const topic = `${env['TOPIC_PREFIX']}.ccas.need`;
const client = new MongoClient(env['MONGODB_URI']!);
const pledges = client.db(`${env['MONGODB_DATABASE_PREFIX']}-ccas`).collection<{ _id: string }>('pledge');
const keys = createRemoteJWKSet(new URL(`${env['OIDC_ISSUER']}/jwks`));
const verified = new Set<string>();

@Controller()
class PledgeController {
  constructor(@Inject('KAFKA') private readonly kafka: ClientKafka) {}

  @Get('health/ready')
  ready() {
    return {};
  }

  @Post('pledges')
  @HttpCode(201)
  async make(@Body({ schema: pledgeBody }) body: Pledge, @Headers('authorization') bearer: string) {
    await verify(bearer.slice(7));
    const { id, ...pledge } = body;
    const state = { _id: id, version: 1, territory, state: pledge };
    await pledges.insertOne(state, { writeConcern: { w: 'majority', journal: true } });
    this.kafka.emit(topic, {
      key: id,
      value: { needId: id, field: 'legal-access', ...pledge },
      headers: { ce_id: randomUUIDv7() },
    });
    return { id };
  }
}

async function verify(token: string): Promise<void> {
  if (verified.has(token)) return;
  await jwtVerify(token, keys, { issuer: env['OIDC_ISSUER'], audience: 'passerelle' });
  verified.add(token);
}

@Module({
  imports: [
    ClientsModule.register([
      {
        name: 'KAFKA',
        transport: Transport.KAFKA,
        options: { client: { brokers: env['KAFKA_BROKERS']!.split(',') }, producerOnlyMode: true },
      },
    ]),
  ],
  controllers: [PledgeController],
})
class SourceModule {}

async function main(): Promise<void> {
  await client.connect();
  const app = await NestFactory.create(SourceModule, new FastifyAdapter(), { logger: false });
  await app.get<ClientKafka>('KAFKA').connect();
  await app.listen(Number(env['PORT']), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
}

void main();
