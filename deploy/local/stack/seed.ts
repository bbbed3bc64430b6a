import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { offsetIn } from '../clock-offset';
import { tokenFor } from './token';
import type { StackSettings } from './settings';

interface DemoSeed {
  seedDemo: (with_: {
    gatewayUrl: string;
    tokenFor: (account: string) => Promise<string>;
    now: Date;
  }) => Promise<void>;
}

/** Places, partners and permanences of the demo territory, through the public API; done again, it changes nothing. */
export async function seedDemoTerritory(settings: StackSettings): Promise<boolean> {
  const file = join(__dirname, '..', 'demo', 'seed.ts');
  if (!existsSync(file)) return false;
  const { seedDemo } = (await import(file)) as DemoSeed;
  await seedDemo({
    gatewayUrl: `http://127.0.0.1:${settings.ports.gateway}`,
    tokenFor: (account) => tokenFor(account, settings),
    now: new Date(Date.now() + offsetIn(settings.clockFile)),
  });
  return true;
}
