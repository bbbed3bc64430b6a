import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start';
import { startInboxServer } from '../inbox/inbox-server';
import { downloadCache } from '../infrastructure/downloads';
import { startInfrastructure } from '../infrastructure/start-infrastructure';
import { startSignInServer } from '../sign-in/sign-in-server';
import { javaProblems, portProblems } from './machine';
import { stackSecrets } from './secrets';
import { seedDemoTerritory } from './seed';
import { builtServices } from './service-environment';
import { startServices } from './services';
import { type PortName, type StackSettings } from './settings';
import { claimStack, endOrphans, releaseStack, runningLauncher } from './stack-file';

export interface Telling {
  /** A part is up; `detail` is short. */
  done: (part: string, detail?: string) => void;
  /** Something the person should know, at any time. */
  say: (sentence: string) => void;
}

export interface Stack {
  stop: () => Promise<void>;
}

/** Remembers how to stop a part that has just started, and goes no further once the person asked to stop. */
type Started = <T extends Stack>(part: T) => T;

/** Everything, in order; what had started is stopped again when a later part cannot start. */
export async function startStack(
  settings: StackSettings,
  tell: Telling,
  cancelled: AbortSignal,
): Promise<Stack> {
  const { dataDir } = settings;
  const other = runningLauncher(dataDir);
  if (other) throw new CannotStart(`Passerelle already runs here (process ${other}): npm run stop stops it.`);
  mkdirSync(join(dataDir, 'run'), { recursive: true });
  claimStack(dataDir);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
    releaseStack(dataDir);
  };
  const started: Started = (part) => {
    stops.push(part.stop);
    cancelled.throwIfAborted();
    return part;
  };
  try {
    const orphans = await endOrphans(dataDir);
    if (orphans)
      tell.say(`An earlier run was killed: ${orphans} of its processes still ran and are stopped.`);
    await checkMachine(settings);
    await startParts(settings, tell, started, cancelled);
    cancelled.throwIfAborted();
    return { stop };
  } catch (error) {
    await stop();
    // Ctrl-C also reaches the tool that was fetching something: its failure is not news.
    cancelled.throwIfAborted();
    throw error;
  }
}

async function startParts(
  settings: StackSettings,
  tell: Telling,
  started: Started,
  cancelled: AbortSignal,
): Promise<void> {
  const { dataDir, ports, issuer, publicUrl } = settings;
  const secrets = await stackSecrets(dataDir);
  if (!existsSync(downloadCache())) tell.say('Fetching Kafka and MongoDB (once, about 90 MB)…');
  const infrastructure = started(
    await startInfrastructure({
      dataDir,
      kafkaPort: ports.kafka,
      mongoPort: ports.mongodb,
      keepData: true,
      onDeath: tell.say,
      cancelled,
    }),
  );
  tell.done('Kafka and MongoDB');
  const mail = { smtpPort: ports.smtp, webPort: ports.inbox, folder: join(dataDir, 'mail') };
  const inbox = started(await startInboxServer(mail));
  const { notificationsSecret, consoleSecret } = secrets;
  const signIn = {
    port: ports.signIn,
    issuer,
    publicUrl,
    notificationsSecret,
    consoleSecret,
    folder: join(dataDir, 'sign-in'),
  };
  started(await startSignInServer(signIn));
  tell.done('Mail inbox and sign-in');
  const names = builtServices();
  const running = { ...infrastructure, smtpUrl: inbox.smtpUrl };
  started(await startServices(names, settings, secrets, running, tell.say, cancelled));
  tell.done('Services', names.join(' '));
  try {
    if (await seedDemoTerritory(settings)) tell.done('Demo territory');
  } catch (error) {
    // The stack serves without it, and the next start tries again.
    tell.say(`The demo territory is not laid out: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function checkMachine(settings: StackSettings): Promise<void> {
  const embedded = process.env['INFRA'] !== 'docker';
  const kafka = embedded && !process.env['KAFKA_BROKERS'];
  const mongodb = embedded && !process.env['MONGODB_URI'];
  const used: PortName[] = [...builtServices(), 'signIn', 'smtp', 'inbox'];
  if (kafka) used.push('kafka');
  if (mongodb) used.push('mongodb');
  const problems = [...(kafka ? javaProblems() : []), ...(await portProblems(used, settings.ports))];
  if (problems.length) throw new CannotStart(problems.join('\n'));
}
