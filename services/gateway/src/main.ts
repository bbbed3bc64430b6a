import { pino } from 'pino';
import { createGateway } from './gateway.module';
import { readSettings } from './settings';

/** EX_CONFIG of sysexits: a supervisor that sees it knows that trying again is useless. */
const BAD_CONFIGURATION = 78;

async function start(): Promise<void> {
  const read = readSettings(process.env);
  if ('problems' in read) {
    for (const problem of read.problems) console.error(problem);
    process.exit(BAD_CONFIGURATION);
  }
  const { settings } = read;
  const logger = pino({ name: 'gateway', level: settings.LOG_LEVEL });
  const app = await createGateway(settings, logger);
  try {
    await app.listen(settings.PORT, '0.0.0.0');
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(taken ? `Port ${settings.PORT} is taken: set PORT to another one.` : String(error));
    process.exit(1);
  }
  logger.info({ port: settings.PORT, services: [...settings.SERVICE_URLS.keys()] }, 'gateway listens');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      // What runs is finished; a stream that never ends does not keep the process.
      setTimeout(() => process.exit(0), 8_000).unref();
      void app.close().then(() => process.exit(0));
    });
  }
}

void start();
