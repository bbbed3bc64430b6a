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
  const logger = pino(
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
  // pino gives a child's own fields to no formatter; children inherit this method.
  const child = logger.child;
  logger.child = function bornClean(this: Logger, fields: object, options?: object) {
    return child.call(this, withoutPersonalFields(fields) as object, options as never);
  } as typeof logger.child;
  return logger;
}
