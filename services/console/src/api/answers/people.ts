import type { components } from '../schema';

// Named by the services' own description of what they answer.
type Schemas = components['schemas'];

export type FoundPerson = Schemas['FoundPerson'];
export type FoundPersons = Schemas['FoundPersons'];
export type NamedPerson = Schemas['NamedPerson'];
export type Candidate = Schemas['Candidate'];
export type Match = Schemas['Match'];
export type PersonFile = Schemas['PersonFile'];
export type PersonPage = Schemas['PersonPage'];
export type PersonTimelineLine = Schemas['PersonTimelineLine'];
export type ConsentPurpose = keyof Schemas['Consents'];
export type ConsentAnswer = Schemas['Consent']['answer'];

/** All that the town holds about a person, for programs, and the page that the person reads. */
export type MadeCopy = Schemas['CopyOfData'];
