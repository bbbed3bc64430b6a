import { stackSettings } from '../stack/settings';
import { tokenFor } from '../stack/token';
import { runCommand } from './run-command';

// npm run token -- ACCOUNT: a bearer token of a demo account and nothing else on stdout.
runCommand(async () => {
  process.stdout.write(`${await tokenFor(process.argv[2] ?? '', stackSettings())}\n`);
});
