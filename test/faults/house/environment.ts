import { testConsoleClient, testMachineClient } from '@passerelle/testing';
import type { PlannedInstance } from './plan';
import { deciding } from './plan';

export const territory = '91645';

export interface Shared {
  readonly prefix: string;
  readonly issuer: string;
  /** Where links in mails lead. */
  readonly publicUrl: string;
  /** The services' time can be moved forward, so that the end of a run need not wait for mails. */
  readonly clockFile: string;
  readonly logLevel: string;
}

/** Everything that an instance speaks to is one of its own links. */
export function environmentOf({ service, links }: PlannedInstance, shared: Shared): Record<string, string> {
  const at = (to: string) => `http://127.0.0.1:${links.get(to)}`;
  const common = {
    ...{
      NODE_ENV: 'test',
      OIDC_ISSUER: shared.issuer,
      PUBLIC_URL: shared.publicUrl,
      LOG_LEVEL: shared.logLevel,
    },
    DEV_CLOCK_FILE: shared.clockFile,
    LINK_SIGNING_KEY: 'a key for links of at least thirty-two characters',
  };
  if (service === 'gateway') {
    return {
      ...common,
      ...testConsoleClient,
      ...{ KAFKA_BROKERS: `127.0.0.1:${links.get('Kafka')}`, TOPIC_PREFIX: shared.prefix },
      SERVICE_URLS: deciding.map((name) => `${name}=${at(name)}`).join(','),
      // A command that a paused service holds is asked again in time, as the agents' patience is short.
      UPSTREAM_TIMEOUT_MS: '8000',
    };
  }
  return {
    ...common,
    ...{ MONGODB_DATABASE_PREFIX: shared.prefix, TOPIC_PREFIX: shared.prefix, SERVED_TERRITORIES: territory },
    MONGODB_URI: `mongodb://127.0.0.1:${links.get('MongoDB')}/?directConnection=true`,
    KAFKA_BROKERS: `127.0.0.1:${links.get('Kafka')}`,
    // As under `npm start`: a dead member is missed sooner, so that more falls into a run.
    KAFKA_SESSION_TIMEOUT_MS: '3000',
    ...(service === 'notifications' && {
      ...{ PEOPLE_URL: at('people'), DIRECTORY_URL: at('directory'), ...testMachineClient },
      SMTP_URL: `smtp://127.0.0.1:${links.get('SMTP')}`,
    }),
  };
}
