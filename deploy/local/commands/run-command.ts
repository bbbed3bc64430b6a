import { CannotStart } from '../cannot-start';

/** Runs a command of the terminal: what keeps it from working is one sentence on stderr, never a stack of calls. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    console.error(error instanceof CannotStart ? error.message : error);
    process.exitCode = 1;
  });
}
