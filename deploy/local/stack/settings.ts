import { join, resolve } from 'node:path';
import { CannotStart } from '../cannot-start';

/** Every port of the stack: the variable that moves it, where it is by default, what it is for. */
const portTable = {
  gateway: { variable: 'GATEWAY_PORT', standard: 8080, what: 'the gateway' },
  people: { variable: 'PEOPLE_PORT', standard: 8101, what: 'people' },
  ccas: { variable: 'CCAS_PORT', standard: 8102, what: 'ccas' },
  registration: { variable: 'REGISTRATION_PORT', standard: 8103, what: 'registration' },
  childcare: { variable: 'CHILDCARE_PORT', standard: 8104, what: 'childcare' },
  youth: { variable: 'YOUTH_PORT', standard: 8105, what: 'youth' },
  parenting: { variable: 'PARENTING_PORT', standard: 8106, what: 'parenting' },
  directory: { variable: 'DIRECTORY_PORT', standard: 8107, what: 'directory' },
  'legal-access': { variable: 'LEGAL_ACCESS_PORT', standard: 8108, what: 'legal-access' },
  'action-plan': { variable: 'ACTION_PLAN_PORT', standard: 8109, what: 'action-plan' },
  notifications: { variable: 'NOTIFICATIONS_PORT', standard: 8110, what: 'notifications' },
  signIn: { variable: 'SIGN_IN_PORT', standard: 8090, what: 'the sign-in' },
  smtp: { variable: 'SMTP_PORT', standard: 1025, what: 'the mail inbox' },
  inbox: { variable: 'INBOX_PORT', standard: 8025, what: 'the pages of the mail inbox' },
  kafka: { variable: 'KAFKA_PORT', standard: 9192, what: 'Kafka' },
  mongodb: { variable: 'MONGODB_PORT', standard: 27117, what: 'MongoDB' },
} as const;

export type PortName = keyof typeof portTable;
export const portNames = Object.keys(portTable) as PortName[];
export const portUse = (name: PortName) => portTable[name];

export interface StackSettings {
  /** Everything that the stack keeps: databases, mails, logs, secrets, process ids. */
  dataDir: string;
  ports: Record<PortName, number>;
  /** Where browsers and the links in mails go. */
  publicUrl: string;
  issuer: string;
  clockFile: string;
}

export const workspaceRoot = resolve(__dirname, '..', '..', '..');

/** PORT_OFFSET moves every port at once, for a second stack on the same machine (with a PASSERELLE_DATA of its own). */
export function stackSettings(env: NodeJS.ProcessEnv = process.env): StackSettings {
  const offset = wholeNumber('PORT_OFFSET', env['PORT_OFFSET'], 0, 40_000);
  const ports = Object.fromEntries(
    portNames.map((name) => {
      const { variable, standard } = portTable[name];
      return [name, wholeNumber(variable, env[variable], standard + offset, 65_535)];
    }),
  ) as Record<PortName, number>;
  const dataDir = resolve(env['PASSERELLE_DATA'] || join(workspaceRoot, '.local'));
  return {
    dataDir,
    ports,
    publicUrl: (env['PUBLIC_URL'] || `http://localhost:${ports.gateway}`).replace(/\/+$/, ''),
    issuer: `http://localhost:${ports.signIn}`,
    clockFile: join(dataDir, 'clock.json'),
  };
}

function wholeNumber(variable: string, text: string | undefined, otherwise: number, most: number): number {
  if (!text) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new CannotStart(`${variable} must be a whole number from 0 to ${most}, not "${text}".`);
  }
  return value;
}
