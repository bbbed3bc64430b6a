import { randomBytes } from 'node:crypto';
import { keptJson } from '../kept-json';

export interface StackSecrets {
  linkSigningKey: string;
  notificationsSecret: string;
}

/** Made at the first start of a clone, readable by its owner only; they never leave the machine. */
export function stackSecrets(dataDir: string): Promise<StackSecrets> {
  return keptJson(dataDir, 'secrets.json', () => ({
    linkSigningKey: randomBytes(32).toString('base64url'),
    notificationsSecret: randomBytes(32).toString('base64url'),
  }));
}
