export { createMessaging, type Messaging, type MessagingHealth, type MessagingOptions } from './messaging';
export { reaction, type Reaction } from './consumer/reaction';
export { KafkaTransport } from './consumer/kafka-transport';
export { tailTopics, type Hint, type Tail, type TailOptions } from './tail/tail';
export { dueWork, type DueItem, type DueWork } from './due-work/due-work';
export { beginSpan, isTraceparent, recordSpans, traced, type OpenSpan } from './tracing';
export { Journal } from './journal/journal';
export { publication } from './journal/journal-entries';
export type { JournalEntry } from './journal/journal-entry';
export type { Logger } from './logger';
export type { ParkedEvent } from './parking/parked-event';
export { ParkedEvents } from './parking/parked-events';
export {
  aggregateStore,
  type AggregateDefinition,
  type AggregateDocument,
} from './unit-of-work/aggregate-store';
export { isOutage, UnavailableError } from './unit-of-work/failures';
export { createDeclaredIndexes, declareIndexes } from './unit-of-work/indexes';
export type {
  AggregateStore,
  Cause,
  DecideOptions,
  DomainEvent,
  Loaded,
  Publication,
  Published,
  PublishTable,
  Transaction,
} from './unit-of-work/types';
export { UnitOfWork, type Clock, type RunOptions } from './unit-of-work/unit-of-work';
