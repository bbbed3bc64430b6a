import type { z } from 'zod';
import { ConfigurationError } from './config/read-environment';
import type { FrontDefinition, ServiceDefinition } from './define-service';
import { launchFront } from './launch-front';
import { launchService } from './launch-service';
import { scrub } from './logging/redaction';
import { CannotListen, type RunningService } from './running-service';

/** sysexits.h: EX_CONFIG. */
const badConfiguration = 78;
const stopWithinMs = 10_000;

/** A service's whole `main.ts`: reads the environment, starts, stops cleanly on SIGTERM or SIGINT. Never throws: it ends the process. */
export async function startService<Extra extends z.ZodRawShape>(
  definition: ServiceDefinition<Extra> | FrontDefinition<Extra>,
): Promise<void> {
  dieOfTheUnexpected(definition.name);
  try {
    const running = await ('keepsNothing' in definition
      ? launchFront(definition, process.env)
      : launchService(definition, process.env));
    stopOnSignals(running);
    await running.ready;
  } catch (error) {
    process.stderr.write(`${whyNotStarted(definition.name, error)}\n`);
    process.exit(error instanceof ConfigurationError ? badConfiguration : 1);
  }
}

function whyNotStarted(service: string, error: unknown): string {
  if (error instanceof ConfigurationError) return error.lines.map((line) => `${service}: ${line}`).join('\n');
  if (error instanceof CannotListen) return `${service}: ${error.message}`;
  return `${service}: cannot start: ${traceOf(error)}`;
}

function traceOf(error: unknown): string {
  return scrub(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** A process in a state that nobody foresaw is not trusted with residents' files: it ends, and whoever runs it starts another. */
function dieOfTheUnexpected(service: string): void {
  const die = (error: unknown) => {
    process.stderr.write(`${service}: ends after an unexpected error: ${traceOf(error)}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}

function stopOnSignals(running: RunningService): void {
  let asked = false;
  const stop = () => {
    // A second Ctrl-C is a person who will not wait.
    if (asked) process.exit(130);
    asked = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    void running.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
