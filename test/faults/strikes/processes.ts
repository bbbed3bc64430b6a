import { setTimeout as sleep } from 'node:timers/promises';
import { services } from '../house/plan';
import type { Supervised } from '../house/supervised';
import { instancesOf, killed, restartMs, type Stage, type Striker, type Struck } from './stage';

/** Longer than the relay's lease. */
const longerThanTheLeaseMs = 12_000;
const serverStopMs = 10_000;

export const killService: Striker = async (stage) => {
  const service = stage.card.inTurn(services);
  await stage.hold(service);
  const instance = stage.card.lots.one(instancesOf(stage, service));
  instance.process.kill(restartMs(stage));
  return killed([instance]);
};

export const stopService: Striker = async (stage) => {
  const service = stage.card.inTurn(services);
  await stage.hold(service);
  const instance = stage.card.lots.one(instancesOf(stage, service));
  instance.process.pause();
  return {
    ...killed([instance]),
    lifted: sleep(longerThanTheLeaseMs).then(() => instance.process.resume()),
  };
};

export const killKafka: Striker = (stage) => killServer(stage, stage.house.kafka);
export const stopKafka: Striker = (stage) => stopServer(stage, stage.house.kafka);
export const killMongod: Striker = (stage) => killServer(stage, stage.house.mongod);
export const stopMongod: Striker = (stage) => stopServer(stage, stage.house.mongod);

async function killServer(stage: Stage, server: Supervised): Promise<Struck> {
  await stage.hold(server.name);
  server.kill(restartMs(stage));
  return { at: new Date(), target: server.name, lifted: untilUp(server), isBack: everybody(stage) };
}

async function stopServer(stage: Stage, server: Supervised): Promise<Struck> {
  await stage.hold(server.name);
  server.pause();
  const lifted = sleep(serverStopMs).then(() => server.resume());
  return { at: new Date(), target: server.name, lifted, isBack: everybody(stage) };
}

async function untilUp(server: Supervised): Promise<void> {
  while (!server.up) await sleep(50);
}

/** Whoever is under a strike of its own is not waited for here. */
function everybody({ house }: Stage): Struck['isBack'] {
  return (since) => house.instances.every(({ process, readyAt }) => !process.up || readyAt > since);
}
