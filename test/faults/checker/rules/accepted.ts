import type { AcceptedCommand } from '../../types';
import type { Findings } from '../findings';
import type { Index } from '../index-of';

/** Each accepted command appended an event of its types: as many at least as were accepted. */
export function acceptedCommands(
  accepted: readonly AcceptedCommand[],
  { stories }: Index,
  findings: Findings,
): void {
  const wanted = new Map<string, { command: AcceptedCommand; count: number }>();
  for (const command of accepted) {
    if (command.events.length === 0) continue;
    const { service, aggregate, aggregateId, events } = command;
    const key = `${service} ${aggregate} ${aggregateId} ${events.join('+')}`;
    const known = wanted.get(key);
    if (known) known.count += 1;
    else wanted.set(key, { command, count: 1 });
  }
  for (const { command, count } of wanted.values()) {
    const { what, service, aggregate, aggregateId, events } = command;
    const story = stories.get(`${service} ${aggregate} ${aggregateId}`) ?? [];
    const found = story.filter(({ type }) => events.includes(type)).length;
    for (let missing = found; missing < count; missing += 1) {
      findings.add(
        'lost',
        `“${what}” was accepted and ${aggregate} ${aggregateId} has no ${events.join(' or ')}`,
      );
    }
  }
}
