import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';

/** Metadata served and the group coordinator answering: a consumer that joins now is not sent away. */
export async function kafkaReady(broker: string, withinMs: number): Promise<'ready' | 'late'> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if ((await portOpen(broker)) && (await coordinatorAnswers(broker))) return 'ready';
    await sleep(100);
  }
  return 'late';
}

async function coordinatorAnswers(broker: string): Promise<boolean> {
  const admin = new Kafka({
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    // kafkajs learns the brokers while retrying: the first try of a new client always fails.
    retry: { retries: 20, initialRetryTime: 50, maxRetryTime: 200 },
    requestTimeout: 5_000,
  }).admin();
  try {
    await admin.connect();
    await admin.fetchOffsets({ groupId: 'passerelle-readiness' });
    return true;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** kafkajs logs and retries at length on a closed port; a plain connection says the same in silence. */
function portOpen(broker: string): Promise<boolean> {
  const [host, port] = [broker.slice(0, broker.lastIndexOf(':')), broker.slice(broker.lastIndexOf(':') + 1)];
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: 1_000 });
    const say = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => say(true));
    socket.once('error', () => say(false));
    socket.once('timeout', () => say(false));
  });
}
