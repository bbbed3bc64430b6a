import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stackSettings } from '../stack/settings';
import { stopStack } from '../stack/stop-stack';
import { runCommand } from './run-command';

/** Named one by one: PASSERELLE_DATA may be a folder that holds other things too. */
const kept = ['kafka', 'mongodb', 'mail', 'sign-in', 'logs', 'run', 'secrets.json', 'clock.json'];

// npm run reset: stops, then forgets all data. What was downloaded stays.
runCommand(async () => {
  const settings = stackSettings();
  console.log(await stopStack(settings));
  for (const name of kept) await rm(join(settings.dataDir, name), { recursive: true, force: true });
  console.log('Its data is deleted: the next npm start begins anew.');
});
