import { relative } from 'node:path';
import { CannotStart } from './cannot-start';
import { demoAccounts, demoPassword } from './sign-in/accounts';
import { startStack } from './stack/start-stack';
import { stackSettings, type StackSettings } from './stack/settings';

/** A second Ctrl-C this long after the first means it; sooner, it is the same one, sent by the terminal and by npm. */
const sameKeyMs = 1_000;

async function main(): Promise<number> {
  const began = performance.now();
  const settings = stackSettings();
  const stopping = askedToStop();
  const stack = await startStack(settings, telling(began), stopping);
  console.log(welcome(settings, seconds(began)));
  await new Promise((resolve) =>
    stopping.aborted ? resolve(0) : stopping.addEventListener('abort', resolve),
  );
  const asked = performance.now();
  console.log('\nStopping…');
  await stack.stop();
  console.log(
    `Stopped in ${seconds(asked)}; the data stays in ${relative(process.cwd(), settings.dataDir) || '.'}.`,
  );
  return 0;
}

function askedToStop(): AbortSignal {
  const stopping = new AbortController();
  let firstAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameKeyMs && signal === 'SIGINT') {
        console.error('Not waiting any longer; the next start stops what is left.');
        process.exit(130);
      }
      stopping.abort();
    });
  }
  return stopping.signal;
}

function telling(began: number) {
  let last = began;
  return {
    done: (part: string, detail = '') => {
      console.log(`  ${part.padEnd(24)}${seconds(last).padStart(7)}  ${detail}`.trimEnd());
      last = performance.now();
    },
    say: (sentence: string) => console.log(`  ${sentence}`),
  };
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function welcome(settings: StackSettings, took: string): string {
  const { ports, publicUrl } = settings;
  const accounts = demoAccounts.map(
    ({ login, roles, territories }) =>
      `  ${login.padEnd(18)}${roles.join(', ').padEnd(22)}${territories.join(', ')}`,
  );
  return `
Passerelle is ready (${took}).
  Console           ${publicUrl}  (sign in with an account below)
  State of services ${publicUrl}/etat
  API               ${publicUrl}/openapi.json
  Mails sent        http://localhost:${ports.inbox}
  Logs              ${relative(process.cwd(), settings.dataDir) || '.'}/logs

Accounts, all with the password "${demoPassword}":
${accounts.join('\n')}

A bearer token: npm run -s token -- claire.marchand
Move the clock: npm run clock -- +11d
Stop: Ctrl-C here, or npm run stop elsewhere`;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const stopped = error instanceof Error && error.name === 'AbortError';
    if (!stopped) console.error(error instanceof CannotStart ? error.message : error);
    process.exit(stopped ? 0 : 1);
  },
);
