import type { Instance } from '../house/instance';
import type { Link, Tap } from '../proxy/link';
import type { Seen } from '../proxy/seen';
import { instancesOf, type Stage } from './stage';

/** Whether this is the moment; each link is watched by a watcher of its own, which may remember what passed before. */
export type Watcher = () => (seen: Seen) => boolean;

export interface Aim {
  /** The server whose links are watched. */
  readonly at: 'MongoDB' | 'Kafka' | 'SMTP';
  readonly watch: Watcher;
  /** Whether the message itself still passes. */
  readonly then: 'pass' | 'drop';
  readonly restartMs: number;
}

const patienceMs = 15_000;

/**
 * Waits for the moment at the service whose turn it is, then at any of the services; kills the instance whose bytes were seen,
 * before they pass. Undefined when the moment did not come.
 */
export async function killAtTheMoment(
  stage: Stage,
  services: readonly string[],
  aim: Aim,
): Promise<Instance | undefined> {
  const first = stage.card.inTurn(services);
  await stage.hold(first);
  const struck = await killFirstSeen(stage, instancesOf(stage, first), aim);
  if (struck || services.length === 1 || stage.signal.aborted) return struck;
  const others = services.filter((service) => service !== first);
  return killFirstSeen(
    stage,
    others.flatMap((service) => instancesOf(stage, service)),
    aim,
  );
}

export function killFirstSeen(
  stage: Stage,
  instances: readonly Instance[],
  aim: Aim,
): Promise<Instance | undefined> {
  return new Promise((resolve) => {
    const taps: (() => void)[] = [];
    const end = (struck?: Instance) => {
      clearTimeout(late);
      stage.signal.removeEventListener('abort', giveUp);
      for (const untap of taps.splice(0)) untap();
      resolve(struck);
    };
    const giveUp = () => end();
    const late = setTimeout(giveUp, patienceMs);
    stage.signal.addEventListener('abort', giveUp);
    for (const instance of instances) {
      for (const link of linksFrom(stage, instance.name, aim.at)) {
        taps.push(link.tap(tapOf(instance, aim, () => end(instance))));
      }
    }
  });
}

function tapOf(instance: Instance, { watch, then, restartMs }: Aim, struck: () => void): Tap {
  const isTheMoment = watch();
  return (seen) => {
    // What a process wrote before it died may still come by.
    if (!isTheMoment(seen) || !instance.process.up) return 'pass';
    instance.process.kill(restartMs);
    struck();
    return then;
  };
}

function linksFrom({ house }: Stage, from: string, to: string): Link[] {
  return house.links.filter(({ options }) => options.from === from && options.to === to);
}
