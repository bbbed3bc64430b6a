import { stablePorts } from './ports';

export const services = ['people', 'ccas', 'directory', 'legal-access', 'notifications', 'gateway'] as const;
export type Service = (typeof services)[number];
export const deciding = services.filter((service) => service !== 'gateway');
/** Those that react to events: the others join no group, but the gateway its own, from which nothing follows. */
export const hearing = ['ccas', 'legal-access', 'notifications'] as const;

/** Who calls whom by HTTP, beside the agents. */
export const calls: Partial<Record<Service, readonly Service[]>> = {
  gateway: deciding,
  notifications: ['people', 'directory'],
};

export interface PlannedInstance {
  readonly service: Service;
  readonly number: 1 | 2;
  readonly port: number;
  /** Where it finds MongoDB, Kafka, SMTP and other services: the ports of its own links. */
  readonly links: ReadonlyMap<string, number>;
  /** The broker's listener for this instance alone. */
  readonly kafkaListener: number;
}

export interface HousePlan {
  readonly mongoPort: number;
  readonly kafkaPort: number;
  /** Of the agents' link to the gateways. */
  readonly agentsPort: number;
  readonly instances: readonly PlannedInstance[];
}

/** Every port of a run, chosen once: what is killed comes back at the same place. */
export async function planHouse(): Promise<HousePlan> {
  const ports = await stablePorts(100);
  const next = () => ports.shift()!;
  return {
    ...{ mongoPort: next(), kafkaPort: next(), agentsPort: next() },
    instances: services.flatMap((service) =>
      ([1, 2] as const).map((number) => {
        const linked = [...(service === 'gateway' ? [] : ['MongoDB']), 'Kafka', ...linksOf(service)];
        const links = new Map(linked.map((to) => [to, next()]));
        return { service, number, port: next(), links, kafkaListener: next() };
      }),
    ),
  };
}

function linksOf(service: Service): readonly string[] {
  return [...(calls[service] ?? []), ...(service === 'notifications' ? ['SMTP'] : [])];
}
