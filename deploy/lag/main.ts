import { CannotStart } from '../local/cannot-start';
import { runCommand } from '../local/commands/run-command';
import { builtServices } from '../local/stack/service-environment';
import { stackSettings } from '../local/stack/settings';
import { stateFrom, type ServiceState, type Silent } from './service-state';
import { asTable } from './table';

const patienceMs = 4_000;

// npm run lag [-- --json]: where a running stack stands now. Exit code 1 when a service does not answer.
runCommand(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== '--json');
  if (unknown !== undefined) throw new CannotStart(`"${unknown}" is not an option: --json or nothing.`);
  const { ports } = stackSettings();
  const states = await Promise.all(builtServices().map((service) => ask(service, ports[service])));
  console.log(words.includes('--json') ? JSON.stringify(states, undefined, 2) : asTable(states));
  if (states.some(({ answers }) => !answers)) process.exitCode = 1;
});

async function ask(service: string, port: number): Promise<ServiceState | Silent> {
  const url = `http://127.0.0.1:${port}/metrics`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok) return { service, answers: false, why: `${url} answered ${answer.status}` };
    return stateFrom(service, await answer.text());
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    const why = isLate ? `nothing from ${url} in ${patienceMs / 1_000} s` : `nothing listens at ${url}`;
    return { service, answers: false, why };
  }
}
