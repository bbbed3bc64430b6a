import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Transaction } from '@passerelle/messaging';
import type { Ports } from './ports';

/** The agent who follows a need is told what becomes of it, also what was heard before the need itself. */
export async function rememberWorker(
  { workers, finds, deliveries }: Ports,
  needId: string,
  sub: string | undefined,
  tx: Transaction,
): Promise<void | Refusal> {
  if (sub === undefined) return;
  await workers.remember(tx, needId, sub);
  for (const id of await finds.unaddressed(tx, needId)) {
    const outcome = await deliveries.decide(tx, id, { do: 'address', sub });
    if (isRefusal(outcome)) return outcome;
  }
}
