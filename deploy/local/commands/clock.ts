import { rmSync } from 'node:fs';
import { CannotStart } from '../cannot-start';
import { forwardMs, offsetIn, spelled } from '../clock-offset';
import { writeJson } from '../kept-json';
import { stackSettings } from '../stack/settings';
import { runCommand } from './run-command';

// npm run clock -- +11d | +3h | reset | show: moves the time that the running services live in.
runCommand(async () => {
  const { clockFile } = stackSettings();
  const [wish = 'show'] = process.argv.slice(2);
  if (wish === 'reset') rmSync(clockFile, { force: true });
  else if (wish !== 'show') {
    const move = forwardMs(wish);
    if (move === undefined) {
      throw new CannotStart(`"${wish}" is not a move of the clock: +11d, +3h, +1d12h, reset or show.`);
    }
    writeJson(clockFile, { offsetMs: offsetIn(clockFile) + move });
  }
  const offsetMs = offsetIn(clockFile);
  const time = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
  const how = offsetMs ? `real time + ${spelled(offsetMs)}` : 'real time';
  console.log(`In Passerelle it is ${time.format(Date.now() + offsetMs)}, Paris (${how}).`);
});
