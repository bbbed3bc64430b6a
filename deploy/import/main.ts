import { CannotStart } from '../local/cannot-start';
import { CannotImport } from './cannot-import';
import { readCommandLine, usage } from './command-line';
import { importFile } from './import-file';

// npm run import -- FILE.csv --territory 91645

async function main(): Promise<number> {
  const command = readCommandLine(process.argv.slice(2), process.env, process.cwd());
  if (!command) {
    console.log(usage);
    return 0;
  }
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  try {
    await importFile(command, stopping.signal);
    return 0;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    console.error(
      'Import interrompu. Relancez la même commande pour le terminer : ce qui est fait ne sera pas doublé.',
    );
    return 130;
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const expected = error instanceof CannotImport || error instanceof CannotStart;
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  },
);
