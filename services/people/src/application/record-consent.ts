import type { Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import type { ConsentAnswer, ConsentPurpose, Person } from '../domain/person';
import type { Ports } from './ports';

/** What the person answered today, for one purpose. Every answer is kept in the journal. */
export function recordConsent(
  unitOfWork: UnitOfWork,
  ports: Ports,
  cause: Cause,
  consent: {
    readonly id: string;
    readonly version: number;
    readonly purpose: ConsentPurpose;
    readonly answer: ConsentAnswer;
  },
): Promise<Loaded<Person> | Refusal> {
  const { id, version, purpose, answer } = consent;
  return unitOfWork.run(cause, (tx) =>
    ports.persons.decide(
      tx,
      id,
      { type: 'RecordConsent', purpose, answer, now: tx.now },
      { expectedVersion: version },
    ),
  );
}
