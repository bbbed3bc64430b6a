import { randomUUID } from 'node:crypto';

/** A prefix that no other test uses, for topics, consumer groups and databases: tests share one broker and one mongod. */
export function uniquePrefix(name = 'test'): string {
  return `${name}-${randomUUID().slice(0, 8)}`;
}
