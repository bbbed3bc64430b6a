import { stackSettings } from '../stack/settings';
import { stopStack } from '../stack/stop-stack';
import { runCommand } from './run-command';

// npm run stop
runCommand(async () => console.log(await stopStack(stackSettings())));
