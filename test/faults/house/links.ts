import { httpProtocol } from '../proxy/http';
import { kafkaProtocol } from '../proxy/kafka';
import { Link, type Target } from '../proxy/link';
import { mongoProtocol } from '../proxy/mongo';
import type { Protocol } from '../proxy/seen';
import { smtpProtocol } from '../proxy/smtp';
import type { HousePlan, PlannedInstance } from './plan';

export interface Ends {
  readonly plan: HousePlan;
  readonly smtpPort: number;
  /** Both instances of a service. */
  readonly targetsOf: (service: string) => readonly Target[];
}

/** One link for each instance to each server it speaks to, and one for the agents. */
export function linksOf(ends: Ends): Link[] {
  const own = ends.plan.instances.flatMap((instance) =>
    [...instance.links].map(
      ([to, port]) =>
        new Link({
          ...{ name: `${nameOf(instance)} to ${to}`, from: nameOf(instance), to, port },
          ...endOf(to, instance, ends),
        }),
    ),
  );
  const agents = new Link({
    ...{ name: 'agents to gateway', from: 'agents', to: 'gateway', port: ends.plan.agentsPort },
    ...{ targets: ends.targetsOf('gateway'), protocol: httpProtocol },
  });
  return [...own, agents];
}

export const nameOf = ({ service, number }: PlannedInstance) => `${service}-${number}`;

function endOf(
  to: string,
  { kafkaListener }: PlannedInstance,
  { plan, smtpPort, targetsOf }: Ends,
): { targets: readonly Target[]; protocol: Protocol } {
  const only = (port: number) => [{ port, alive: () => true }];
  switch (to) {
    case 'MongoDB':
      return { targets: only(plan.mongoPort), protocol: mongoProtocol };
    case 'Kafka':
      return { targets: only(kafkaListener), protocol: kafkaProtocol };
    case 'SMTP':
      return { targets: only(smtpPort), protocol: smtpProtocol };
    default:
      return { targets: targetsOf(to), protocol: httpProtocol };
  }
}
