import { pino, type DestinationStream, type Logger } from 'pino';
import { readableLines } from './readable-lines';
import { describeError, scrub, withoutPersonalFields } from './redaction';

export type { Logger } from 'pino';

/** JSON lines on standard output, or readable ones when a person looks at a terminal. */
export function createLogger(
  service: string,
  level: string,
  destination: DestinationStream = process.stdout.isTTY ? readableLines(process.stdout) : pino.destination(1),
): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => withoutPersonalFields(fields) as Record<string, unknown>,
      },
      serializers: { err: describeError, error: describeError },
      hooks: { streamWrite: scrub },
    },
    destination,
  );
}
