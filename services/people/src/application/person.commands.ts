import type { Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import type { Person } from '../domain/person';
import { changeDetails, type DetailsChange } from './change-details';
import { mergePerson, unmergePerson } from './merge-persons';
import type { Ports } from './ports';
import { recordConsent } from './record-consent';
import { registerPerson, type Registered, type Registration } from './register-person';

/** Everything that can be done to a person's file, each in a transaction of its own. */
export class PersonCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  register(cause: Cause, registration: Registration): Promise<Registered | Refusal> {
    return registerPerson(this.unitOfWork, this.ports, cause, registration);
  }

  change(cause: Cause, id: string, version: number, change: DetailsChange): Promise<Registered | Refusal> {
    return changeDetails(this.unitOfWork, this.ports, cause, id, version, change);
  }

  merge(cause: Cause, merge: Parameters<typeof mergePerson>[3]): Promise<Loaded<Person> | Refusal> {
    return mergePerson(this.unitOfWork, this.ports, cause, merge);
  }

  /** Before anything is shown: a copy that is not journaled is not made. */
  makeCopy(cause: Cause, id: string, copyId: string): Promise<Loaded<Person> | Refusal> {
    return this.unitOfWork.run(cause, (tx) =>
      this.ports.persons.decide(tx, id, { type: 'MakeCopy', copyId }),
    );
  }

  unmerge(cause: Cause, id: string, version: number): Promise<Loaded<Person> | Refusal> {
    return unmergePerson(this.unitOfWork, this.ports, cause, id, version);
  }

  recordConsent(
    cause: Cause,
    consent: Parameters<typeof recordConsent>[3],
  ): Promise<Loaded<Person> | Refusal> {
    return recordConsent(this.unitOfWork, this.ports, cause, consent);
  }
}
