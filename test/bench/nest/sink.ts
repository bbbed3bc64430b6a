// Nest's own Kafka transport with its stock settings: an event handler that keeps what it hears.
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { MongoClient } from 'mongodb';
import { poisonTopic, territory } from '../pledge';

const env = process.env as Record<string, string>;
const topic = `${env['TOPIC_PREFIX']}.ccas.need`;
const client = new MongoClient(env['MONGODB_URI']!);
const database = client.db(`${env['MONGODB_DATABASE_PREFIX']}-legal-access`);
const filings = database.collection<{ _id: string }>('filing');
const tries = database.collection('poison-tries');

interface Need {
  readonly needId: string;
  readonly topic: string;
}

@Controller()
class FilingController {
  @Get('health/ready')
  ready() {
    return {};
  }

  @EventPattern<string>(topic)
  async file(@Payload() { needId, ...filing }: Need) {
    if (filing.topic === poisonTopic) {
      await tries.insertOne({ needId, at: new Date() });
      throw new Error('this event cannot be handled');
    }
    const state = { version: 1, territory, state: filing };
    // Delivered again it changes nothing: the least that an idempotent handler does.
    await filings.updateOne(
      { _id: needId },
      { $setOnInsert: state },
      { upsert: true, writeConcern: { w: 'majority', journal: true } },
    );
  }
}

@Module({ controllers: [FilingController] })
class SinkModule {}

async function main(): Promise<void> {
  await client.connect();
  await database.createCollection('filing');
  const app = await NestFactory.create(SinkModule, new FastifyAdapter(), { logger: false });
  app.connectMicroservice<MicroserviceOptions>({
    transport: Transport.KAFKA,
    options: {
      client: { brokers: env['KAFKA_BROKERS']!.split(',') },
      consumer: { groupId: `${env['TOPIC_PREFIX']}.nest` },
      subscribe: { fromBeginning: true },
    },
  });
  await app.startAllMicroservices();
  await app.listen(Number(env['PORT']), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
}

void main();
