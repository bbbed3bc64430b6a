import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start';
import { startInboxServer } from '../inbox/inbox-server';
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
  /** Remembers how to stop what has just started, and goes no further once the person asked to stop. */
  const started = <T extends Stack>(part: T): T => {
    stops.push(part.stop);
    cancelled.throwIfAborted();
    return part;
  };
  try {
    const orphans = await endOrphans(dataDir);
    if (orphans)
      tell.say(`An earlier run was killed: ${orphans} of its processes were still there and are stopped.`);
    await checkMachine(settings);
    const secrets = await stackSecrets(dataDir);
    const infrastructure = started(
      await startInfrastructure({
        dataDir,
        kafkaPort: settings.ports.kafka,
        mongoPort: settings.ports.mongodb,
        keepData: true,
        onDeath: tell.say,
      }),
    );
    tell.done('Kafka and MongoDB');
    const inbox = started(
      await startInboxServer({
        smtpPort: settings.ports.smtp,
        webPort: settings.ports.inbox,
        folder: join(dataDir, 'mail'),
      }),
    );
    started(
      await startSignInServer({
        port: settings.ports.signIn,
        issuer: settings.issuer,
        publicUrl: settings.publicUrl,
        notificationsSecret: secrets.notificationsSecret,
        folder: join(dataDir, 'sign-in'),
      }),
    );
    tell.done('Mail inbox and sign-in');
    const names = builtServices();
    started(
      await startServices(
        names,
        settings,
        secrets,
        { ...infrastructure, smtpUrl: inbox.smtpUrl },
        tell.say,
        cancelled,
      ),
    );
    tell.done('Services', names.join(' '));
    if (await seedDemoTerritory(settings)) tell.done('Demo territory');
    cancelled.throwIfAborted();
    return { stop };
  } catch (error) {
    await stop();
    // Ctrl-C also reaches the tool that was fetching something: its failure is not news.
    cancelled.throwIfAborted();
    throw error;
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

/** Whether this data has been started before: the first start has more to fetch and to lay out. */
export function startedBefore(settings: StackSettings): boolean {
  return existsSync(join(settings.dataDir, 'secrets.json'));
}
