import type { EventEnvelope } from '@passerelle/contracts';
import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Transaction } from '@passerelle/messaging';
import { v5 as uuidv5 } from 'uuid';
import type { Fact, Heard } from '../domain/fact';
import { plan } from '../domain/plan';
import { noticesOn, type Notice } from '../domain/who-is-told';
import { hasten } from './hasten';
import type { Ports } from './ports';

/** Ours for ever: with it, one notice of one event to one recipient is one delivery, in whatever process. */
const DELIVERIES = '6a0f2f1c-1f0e-5b52-9d0a-6c1f6b3f7d11';

export function deliveryId(notice: string, eventId: string, recipient: string): string {
  return uuidv5(`${notice}|${eventId}|${recipient}`, DELIVERIES);
}

/** What is heard becomes deliveries, in the reaction's own transaction. Nothing leaves here. */
export async function tell(
  ports: Ports,
  type: Heard,
  event: EventEnvelope<Fact>,
  tx: Transaction,
): Promise<void | Refusal> {
  const fact = event.data;
  const notices = noticesOn(type, fact);
  if (notices.length === 0) return;
  const steps = plan({
    type,
    fact,
    eventId: event.id,
    at: event.time,
    now: tx.now,
    worker: await workerFor(ports, notices, fact, tx),
    earlier: notices.some(looksBack) ? await ports.finds.about(tx, fact) : [],
    idOf: (notice, recipient) => deliveryId(notice, event.id, recipient),
  });
  for (const { id, command } of steps) {
    const outcome = await ports.deliveries.decide(tx, id, command);
    if (isRefusal(outcome)) return outcome;
    if (command.do === 'leave-message') await hasten(ports, command.notified, tx);
  }
}

async function workerFor({ workers }: Ports, notices: readonly Notice[], fact: Fact, tx: Transaction) {
  const asked = notices.some(({ to }) => to.who === 'worker') && fact.workerId === undefined;
  return asked && fact.needId !== undefined ? workers.of(tx, fact.needId) : undefined;
}

function looksBack({ channel, replaces = [] }: Notice): boolean {
  return channel === 'mail-or-agent' || replaces.length > 0;
}
