// A broker with what the guarantees lean on: partitions, one group with generations, answers that get lost, sends that land late.
import type { EachBatchHandler, EachBatchPayload, Kafka, KafkaMessage, Message } from 'kafkajs';
import type { Weather } from './connection.spec';
import type { Process, Scheduler } from './scheduler.spec';

export const partitions = 2;
/** A send that takes no longer than this never comes after the next holder's (`Lease`). */
const leaseMarginMs = 1_500;

export interface Landed {
  readonly message: KafkaMessage;
  /** It was in flight longer than the lease's margin, or its sender had given it up. */
  readonly late: boolean;
}

interface Member {
  readonly process: Process;
}

const timedOut = () => Object.assign(new Error('request timed out'), { name: 'KafkaJSRequestTimeoutError' });
const rebalancing = () =>
  Object.assign(new Error('rebalance in progress'), { type: 'REBALANCE_IN_PROGRESS' });

export class Broker {
  readonly logs: Landed[][] = Array.from({ length: partitions }, () => []);
  readonly committed = Array.from({ length: partitions }, () => 0);
  generation = 0;
  private readonly members: Member[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly server: Process,
  ) {}

  kafkaOf(process: Process, weather: Weather, topic: string): Kafka {
    return {
      producer: () => ({
        connect: async () => this.scheduler.turn(process),
        disconnect: async () => undefined,
        sendBatch: ({ topicMessages }: { topicMessages: { messages: Message[] }[] }) =>
          this.send(
            process,
            weather,
            topicMessages.flatMap(({ messages }) => messages),
          ),
      }),
      consumer: () => new Consumer(this, this.scheduler, process, topic),
    } as unknown as Kafka;
  }

  join(process: Process): Member {
    const member = { process };
    this.joinAgain(member);
    process.onDeath(() => void this.silent(process));
    return member;
  }

  /** One that was paused finds out that it is a stranger. */
  joinAgain(member: Member): void {
    if (this.members.includes(member)) return;
    this.members.push(member);
    this.rebalance();
  }

  /** A process that died or hangs is put out once its session has run out. */
  async silent(process: Process): Promise<void> {
    await this.scheduler.sleep(this.server, 3_000);
    const member = this.members.find((one) => one.process === process);
    const hangs = !process.alive || process.pausedUntil > this.scheduler.now;
    if (member && hangs) this.leave(member);
  }

  leave(member: Member): void {
    const index = this.members.indexOf(member);
    if (index < 0) return;
    this.members.splice(index, 1);
    this.rebalance();
  }

  ownerOf(partition: number): Member | undefined {
    return this.members[(partition + this.generation) % Math.max(1, this.members.length)];
  }

  private rebalance(): void {
    this.generation += 1;
    this.wakeAll();
  }

  commit(
    member: Member,
    generation: number,
    offsets: readonly { partition: number; offset: string }[],
  ): void {
    if (generation !== this.generation || !this.members.includes(member)) throw rebalancing();
    for (const { partition, offset } of offsets) this.committed[partition] = Number(offset);
  }

  /** Resolves when a log grows or the group changes. */
  change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private wakeAll(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }

  private async send(process: Process, weather: Weather, messages: readonly Message[]): Promise<void> {
    const { chance } = this.scheduler;
    const sentAt = this.scheduler.now;
    const fate = chance.happens(weather.linkBreaks * 2) ? chance.below(3) : 3;
    // On its way it no longer needs its sender: it lands although that one died or gave up.
    const onItsWay = fate === 2 ? this.scheduler.sleep(this.server, chance.below(9_000)) : undefined;
    await this.scheduler.turn(process);
    if (fate === 0) throw timedOut();
    if (onItsWay) {
      void onItsWay.then(() => this.append(messages, true));
      throw timedOut();
    }
    // Each partition answers for itself: of a broken request, some have landed.
    const late = fate === 1 || this.scheduler.now - sentAt > leaseMarginMs;
    this.append(fate === 1 ? this.someOf(messages) : messages, late);
    if (fate === 1) throw timedOut();
    await this.scheduler.turn(process);
  }

  private someOf(messages: readonly Message[]): readonly Message[] {
    const only = this.scheduler.chance.below(partitions + 1);
    return only === partitions ? messages : messages.filter(({ key }) => partitionOf(String(key)) === only);
  }

  private append(messages: readonly Message[], late: boolean): void {
    for (const { key, value, headers } of messages) {
      const log = this.logs[partitionOf(String(key))]!;
      const message = {
        key: Buffer.from(String(key)),
        value: Buffer.from(String(value)),
        headers: Object.fromEntries(
          Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]),
        ),
        offset: String(log.length),
        timestamp: '0',
        attributes: 0,
      } as unknown as KafkaMessage;
      log.push({ message, late });
    }
    this.wakeAll();
  }
}

export const partitionOf = (key: string) => (key.codePointAt(key.length - 1) ?? 0) % partitions;

type Payload = { readonly error?: Error };
type Listener = (event: { payload: Payload }) => void;

class Consumer {
  readonly events = { CRASH: 'crash', GROUP_JOIN: 'join', REBALANCING: 'rebalancing' } as const;
  private readonly listeners = new Map<string, Listener[]>();
  private member?: Member;
  private running = true;
  private generation = -1;

  constructor(
    private readonly broker: Broker,
    private readonly scheduler: Scheduler,
    private readonly process: Process,
    private readonly topic: string,
  ) {}

  on(event: string, listener: Listener): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  async connect(): Promise<void> {
    await this.scheduler.turn(this.process);
  }
  async subscribe(): Promise<void> {}
  async disconnect(): Promise<void> {}

  async run({ eachBatch }: { eachBatch: EachBatchHandler }): Promise<void> {
    await this.scheduler.turn(this.process);
    this.member = this.broker.join(this.process);
    for (let partition = 0; partition < partitions; partition += 1) void this.readOn(partition, eachBatch);
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.scheduler.turn(this.process);
    if (this.member) this.broker.leave(this.member);
  }

  async commitOffsets(offsets: readonly { partition: number; offset: string }[]): Promise<void> {
    const generation = this.generation;
    await this.scheduler.turn(this.process);
    this.broker.commit(this.member!, generation, offsets);
  }

  private async readOn(partition: number, eachBatch: EachBatchHandler): Promise<void> {
    let generation = -1;
    let position = 0;
    while (this.running) {
      await this.scheduler.turn(this.process);
      if (generation !== this.broker.generation) {
        await this.join();
        generation = this.generation;
        position = this.broker.committed[partition]!;
      }
      const log = this.broker.logs[partition]!;
      if (this.broker.ownerOf(partition) !== this.member || position >= log.length) {
        await this.broker.change();
        continue;
      }
      const messages = log.slice(position, position + 1 + this.scheduler.chance.below(5));
      const payload = this.payload(partition, messages, generation, (offset) => (position = offset + 1));
      try {
        await eachBatch(payload);
      } catch (error) {
        // As kafkajs does: a rebalance is joined again, anything else is a crash.
        if ((error as { type?: string }).type === 'REBALANCE_IN_PROGRESS') continue;
        this.running = false;
        this.broker.leave(this.member!);
        this.emit('crash', { error: error as Error });
      }
    }
  }

  /** Once in each generation, by whichever partition's loop notices first. */
  private async join(): Promise<void> {
    if (this.generation === this.broker.generation) return;
    this.emit('rebalancing');
    await this.scheduler.turn(this.process);
    this.broker.joinAgain(this.member!);
    if (this.generation === this.broker.generation) return;
    this.generation = this.broker.generation;
    this.emit('join');
  }

  private payload(
    partition: number,
    records: readonly Landed[],
    generation: number,
    resolve: (offset: number) => void,
  ): EachBatchPayload {
    const messages = records.map(({ message }) => message);
    return {
      batch: { topic: this.topic, partition, messages },
      resolveOffset: (offset: string) => resolve(Number(offset)),
      heartbeat: async () => {
        if (generation !== this.broker.generation) throw rebalancing();
      },
      isRunning: () => this.running,
      isStale: () => false,
    } as unknown as EachBatchPayload;
  }

  private emit(event: string, payload: Payload = {}): void {
    for (const listener of this.listeners.get(event) ?? []) listener({ payload });
  }
}
