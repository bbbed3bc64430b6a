// One history: two services of two instances each, commands, faults; then everything heals, and what must hold is counted.
import type { Kafka } from 'kafkajs';
import type { Connection } from 'mongoose';
import { Dispatch } from '../consumer/dispatch';
import { Inbox } from '../consumer/inbox';
import { PartitionReader } from '../consumer/partition-reader';
import { React } from '../consumer/react';
import { contracts, counter, Counted, recorder } from '../counting.spec';
import { publication } from '../journal/journal-entries';
import { Leadership } from '../lease/leadership';
import { Lease } from '../lease/lease';
import { ParkedEvents } from '../parking/parked-events';
import { ParkingLot } from '../parking/parking-lot';
import { Relay } from '../relay/relay';
import type { Time } from '../time';
import { aggregateStore } from '../unit-of-work/aggregate-store';
import { isOutage } from '../unit-of-work/failures';
import { UnitOfWork } from '../unit-of-work/unit-of-work';
import {
  ackFirst,
  dropping,
  forEver,
  forgetful,
  markedFirst,
  withoutBarrier,
  withoutSnapshots,
  type Break,
} from './breaks.spec';
import { Broker } from './broker.spec';
import { connectionOf, type Weather } from './connection.spec';
import { judge } from './judge.spec';
import { Chance, Process, Scheduler } from './scheduler.spec';
import { Store, type Doc } from './store.spec';

const territory = '91645';
const topicPrefix = 'sim';
const topic = `${topicPrefix}.${Counted.topic}`;
const reactionName = 'listener.note-count';
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
/** A history that is not at rest after so many steps never will be. */
const stepLimit = 30_000;

export interface Outcome {
  readonly seed: number;
  readonly steps: number;
  readonly events: number;
  readonly trace: number;
  /** Empty when everything held. */
  readonly wrong: readonly string[];
}

export async function runHistory(seed: number, broken?: Break): Promise<Outcome> {
  const history = new History(seed, broken);
  await history.live();
  const { steps, trace } = history.scheduler;
  return { seed, steps, trace, events: history.journal().length, wrong: history.wrong() };
}

class History {
  readonly chance: Chance;
  readonly scheduler: Scheduler;
  private readonly weather: Weather;
  private readonly server = new Process('server', 0);
  /** Each service has a store of its own. */
  private readonly tally: Store;
  private readonly listener: Store;
  private readonly broker: Broker;
  private readonly processes: { process: Process; start: () => void }[] = [];
  private readonly ids: readonly string[];
  private readonly poison?: { key: string; sequence: number };
  private readonly reactionReads: boolean;
  private healed = false;
  private commandsUnderWay = 0;
  private stuck = false;

  constructor(
    seed: number,
    private readonly broken?: Break,
  ) {
    this.chance = new Chance(seed);
    this.scheduler = new Scheduler(this.chance);
    this.weather = { linkBreaks: this.chance.happens(0.5) ? 0.02 : 0 };
    this.tally = new Store(this.scheduler);
    this.listener = new Store(this.scheduler);
    this.broker = new Broker(this.scheduler, this.server);
    this.ids = Array.from(
      { length: 1 + this.chance.below(3) },
      (_unused, index) => `00000000-0000-4000-8000-00000000000${index}`,
    );
    this.reactionReads = this.chance.happens(0.5);
    if (this.chance.happens(0.4)) this.poison = { key: this.ids[0]!, sequence: 1 + this.chance.below(2) };
  }

  async live(): Promise<void> {
    const { chance } = this;
    const instances = [1 + chance.below(2), 1 + chance.below(2)];
    for (let index = 0; index < instances[0]!; index += 1) this.start(`tally-${index}`, this.startTally);
    for (let index = 0; index < instances[1]!; index += 1)
      this.start(`listener-${index}`, this.startListener);
    const strikesLeft = chance.below(4);
    const strikeAt = Array.from({ length: strikesLeft }, () => 10 + chance.below(150));
    const healAt = Math.max(150, ...strikeAt.map((step) => step + 60));
    while (this.scheduler.steps < stepLimit) {
      if (strikeAt.includes(this.scheduler.steps)) this.strike();
      if (this.scheduler.steps === healAt) this.heal();
      if (!(await this.scheduler.step())) break;
      if (this.healed && this.scheduler.steps % 10 === 0 && this.isAtRest()) return;
    }
    this.stuck = !this.isAtRest();
  }

  private start(name: string, begin: (process: Process) => void): void {
    const number = this.processes.length + 1;
    const one = {
      process: new Process(name, number),
      start: () => {
        one.process = new Process(name, number);
        begin.call(this, one.process);
      },
    };
    this.processes.push(one);
    one.start();
  }

  /** kill -9 and a start some time later, or a pause longer than the lease. */
  private strike(): void {
    const one = this.processes[this.chance.below(this.processes.length)]!;
    if (!one.process.alive) return;
    if (this.chance.happens(0.5)) {
      one.process.kill();
      void this.scheduler.sleep(this.server, this.chance.below(6_000)).then(() => one.start());
    } else {
      one.process.pausedUntil = this.scheduler.now + this.chance.below(15_000);
      void this.broker.silent(one.process);
    }
  }

  private heal(): void {
    this.healed = true;
    this.weather.linkBreaks = 0;
  }

  private startTally(process: Process): void {
    const connection = connectionOf(this.scheduler, this.tally, process, this.weather, this.server);
    const time = this.scheduler.timeOf(process);
    const clock = { now: () => new Date(this.scheduler.now) };
    this.relay(process, connection, time);
    const unitOfWork = new UnitOfWork(connection, clock, time);
    const counters = aggregateStore(connection, {
      name: 'counter',
      decider: counter,
      publishes: {
        Raised: (_event, { id, state }) => publication(Counted, { counterId: id, total: state.total }),
      },
    });
    const raise = (id: string) => {
      const command = { raiseBy: 1, times: this.chance.happens(0.5) ? 3 : 1 };
      return unitOfWork.run({ territory }, (tx) => counters.decide(tx, id, command, { likelyNew: true }));
    };
    for (let left = 1 + this.chance.below(3); left > 0; left -= 1) this.command(process, raise);
  }

  private relay(process: Process, own: Connection, time: Time): void {
    const { broken } = this;
    const without = { barrier: withoutBarrier, snapshot: withoutSnapshots };
    const connection = broken === 'barrier' || broken === 'snapshot' ? without[broken](own) : own;
    const real = this.broker.kafkaOf(process, this.weather, topic);
    const kafka = broken === 'outbox' ? markedFirst(real, this.tally) : real;
    const relay = new Relay({ service: 'tally', topicPrefix, connection, kafka, logger: silent, time });
    const never = new AbortController().signal;
    new Leadership(
      new Lease(connection, 'leader', 5_000, time),
      [
        (held, signal) =>
          broken === 'fence'
            ? relay.publishWhileHeld(forEver(held), never)
            : relay.publishWhileHeld(held, signal),
      ],
      silent,
      time,
    ).start();
  }

  /** At once, or some time later; it is over when it is answered or its process dead. */
  private command(process: Process, raise: (id: string) => Promise<unknown>): void {
    this.commandsUnderWay += 1;
    let isOver = false;
    const over = () => {
      if (!isOver) this.commandsUnderWay -= 1;
      isOver = true;
    };
    process.onDeath(over);
    const id = this.ids[this.chance.below(this.ids.length)]!;
    const wait = this.chance.happens(0.5) ? this.chance.below(15_000) : 0;
    void this.scheduler
      .sleep(process, wait)
      .then(() => raise(id))
      .then(over, over);
  }

  private startListener(process: Process): void {
    const connection = connectionOf(this.scheduler, this.listener, process, this.weather, this.server);
    const time = this.scheduler.timeOf(process);
    const clock = { now: () => new Date(this.scheduler.now) };
    const unitOfWork = new UnitOfWork(connection, clock, time);
    const { broken } = this;
    const remembering = new Inbox(connection);
    const inbox = broken === 'inbox' ? forgetful(remembering) : remembering;
    const lot = new ParkingLot(connection, inbox);
    const parking = broken === 'parking' ? dropping(lot) : lot;
    const fail = ({ key, sequence }: { key: string; sequence: number }) => this.failIfPoison(key, sequence);
    const reactions = recorder(reactionName, fail, this.reactionReads)(connection);
    const react = new React({ unitOfWork, inbox, parking, clock, logger: silent, time });
    const dispatch = new Dispatch({ topicPrefix, contracts, react, parking, clock, logger: silent });
    dispatch.listen(reactions);
    const kafka = this.broker.kafkaOf(process, this.weather, topic);
    void this.keepReading(process, kafka, dispatch, time);
    const rows = new Map(reactions.map((row) => [row.name, row]));
    void this.administer(process, new ParkedEvents(connection, unitOfWork, inbox, () => rows), time);
  }

  /** As the transport does: a crash is a new reader. */
  private async keepReading(process: Process, kafka: Kafka, dispatch: Dispatch, time: Time): Promise<void> {
    while (process.alive) {
      const reader = new PartitionReader({
        kafka,
        groupId: 'sim.listener',
        topics: [topic],
        dispatch: this.broken === 'ack-order' ? ackFirst(dispatch) : dispatch,
        logger: silent,
        time,
        sessionTimeoutMs: 3_000,
      });
      await new Promise<void>((resolve) => void reader.start(() => resolve()));
      await reader.stop();
      await time.sleep(1_000);
    }
  }

  /** Once the poison is mended, somebody replays what is parked until nothing is; what they do not see goes on by itself. */
  private async administer(process: Process, parked: ParkedEvents, time: Time): Promise<void> {
    while (process.alive) {
      await time.sleep(3_000);
      if (!this.healed) continue;
      try {
        const { items } = await parked.list(territory);
        for (const { _id } of items) await parked.replay(_id, { actor: 'admin', territory });
        await parked.replayFreed(({ event }) => event);
      } catch (error) {
        // The link broke: next time.
        if (!isOutage(error)) throw error;
      }
    }
  }

  private failIfPoison(key: string, sequence: number): void {
    if (this.healed || key !== this.poison?.key || sequence !== this.poison.sequence) return;
    throw new Error('poison');
  }

  private isAtRest(): boolean {
    if (this.commandsUnderWay > 0) return false;
    if (this.journal().some(({ pending }) => pending)) return false;
    const { logs, committed } = this.broker;
    if (logs.some((log, partition) => committed[partition]! < log.length)) return false;
    return this.listener.all('parked').length === 0;
  }

  journal(): Doc[] {
    return this.tally.all('journal');
  }

  wrong(): string[] {
    const { ids, tally, listener, broker } = this;
    return [
      ...(this.stuck ? ['stuck: not at rest'] : []),
      ...judge({ ids, tally, listener, logs: broker.logs }),
    ];
  }
}
