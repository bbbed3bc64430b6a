import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { consoleClientId, machineClientId } from '../sign-in/provider';
import type { StackSecrets } from './secrets';
import { type PortName, type StackSettings, workspaceRoot } from './settings';

/** In the order of the house; the gateway last, since it speaks to all the others. */
const house = [
  'people',
  'ccas',
  'registration',
  'childcare',
  'youth',
  'parenting',
  'directory',
  'legal-access',
  'action-plan',
  'notifications',
  'gateway',
] as const satisfies PortName[];

export type ServiceName = (typeof house)[number];

export function mainOf(service: ServiceName): string {
  return join(workspaceRoot, 'services', service, 'dist', 'main.js');
}

/** The services that this clone has, as built: a service starts when its mission starts. */
export function builtServices(): ServiceName[] {
  return house.filter((service) => existsSync(mainOf(service)));
}

export interface Running {
  kafkaBrokers: string;
  mongodbUri: string;
  smtpUrl: string;
}

/** The embedded broker allows it; another one may want 6 seconds at least. */
const quickTakeOver = (env: NodeJS.ProcessEnv): Record<string, string> =>
  env['KAFKA_BROKERS'] || env['INFRA'] === 'docker' ? {} : { KAFKA_SESSION_TIMEOUT_MS: '3000' };

/** What a service is told. Its own secrets only: a signing key where links are made or checked, a client where one is used. */
export function serviceEnvironment(
  service: ServiceName,
  services: ServiceName[],
  settings: StackSettings,
  secrets: StackSecrets,
  running: Running,
): Record<string, string> {
  const urlOf = (name: ServiceName) => `http://127.0.0.1:${settings.ports[name]}`;
  const storage = { KAFKA_BROKERS: running.kafkaBrokers, MONGODB_URI: running.mongodbUri };
  const links = { LINK_SIGNING_KEY: secrets.linkSigningKey };
  const own: Partial<Record<ServiceName, Record<string, string>>> = {
    ccas: links,
    'legal-access': links,
    notifications: {
      ...links,
      PUBLIC_URL: settings.publicUrl,
      SMTP_URL: running.smtpUrl,
      PEOPLE_URL: urlOf('people'),
      DIRECTORY_URL: urlOf('directory'),
      OIDC_CLIENT_ID: machineClientId,
      OIDC_CLIENT_SECRET: secrets.notificationsSecret,
    },
    gateway: {
      KAFKA_BROKERS: running.kafkaBrokers,
      PUBLIC_URL: settings.publicUrl,
      SESSION_KEY: secrets.sessionKey,
      OIDC_CLIENT_ID: consoleClientId,
      OIDC_CLIENT_SECRET: secrets.consoleSecret,
      SERVICE_URLS: services
        .filter((name) => name !== 'gateway')
        .map((name) => `${name}=${urlOf(name)}`)
        .join(','),
    },
  };
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(settings.ports[service]),
    OIDC_ISSUER: settings.issuer,
    OIDC_AUDIENCE: 'passerelle',
    DEV_CLOCK_FILE: settings.clockFile,
    ...(service === 'gateway' ? {} : { ...storage, ...quickTakeOver(process.env) }),
    ...own[service],
  };
}
