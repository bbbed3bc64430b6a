import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptJson, writeJson } from '../kept-json';

export interface StackSecrets {
  linkSigningKey: string;
  notificationsSecret: string;
  /** Of the console's client at the sign-in server. */
  consoleSecret: string;
  /** Seals the sessions that browsers keep. */
  sessionKey: string;
}

const names = ['linkSigningKey', 'notificationsSecret', 'consoleSecret', 'sessionKey'] as const;

/** Made at the first start of a clone, readable by its owner only; they never leave the machine. What an older clone lacks is added. */
export async function stackSecrets(dataDir: string): Promise<StackSecrets> {
  const made = Object.fromEntries(
    names.map((name) => [name, randomBytes(32).toString('base64url')]),
  ) as unknown as StackSecrets;
  const kept = await keptJson<Partial<StackSecrets>>(dataDir, 'secrets.json', () => made);
  const whole = { ...made, ...kept };
  if (names.some((name) => kept[name] === undefined)) writeJson(join(dataDir, 'secrets.json'), whole);
  return whole;
}
