import { z } from 'zod';

const instant = z.iso.datetime();
const missing = z.array(z.string()).describe('Services that did not answer, as people call them.');
/** Beside each item, whose it is. */
const ofService = { service: z.string(), serviceTitle: z.string() };

export const allParkedEvents = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ...ofService,
          ...{ id: z.string(), why: z.string(), parkedAt: instant, attempts: z.int(), topic: z.string() },
          reason: z.enum(['failed', 'unknown-contract', 'unreadable']),
          reaction: z.string().optional(),
          key: z.string().optional(),
          sequence: z.int().optional(),
          event: z.looseObject({ id: z.string(), type: z.string() }).optional(),
          partition: z.int(),
          offset: z.string(),
          behind: z.int().describe('Later events of the same file that wait behind this one.'),
        })
        .meta({ id: 'ParkedEventOfService' }),
    ),
    total: z.int(),
    missing,
  })
  .meta({ id: 'AllParkedEvents' });

export const allAccesses = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ...ofService,
          ...{ id: z.string(), at: instant, actor: z.string(), roles: z.array(z.string()) },
          actorName: z.string().optional(),
          subject: z.string().describe('Kind of file.'),
          fileId: z.string(),
          personId: z.string().optional(),
          why: z.string(),
        })
        .meta({ id: 'AccessOfService' }),
    ),
    total: z.int(),
    missing,
  })
  .meta({ id: 'AllAccesses' });

const fact = z.strictObject({ label: z.string().optional(), at: instant.optional(), value: z.string() });
const item = z.strictObject({
  ...{ id: z.string(), title: z.string(), facts: z.array(fact) },
  at: instant.optional(),
});
const part = z.strictObject({ title: z.string(), because: z.string().optional(), items: z.array(item) });

export const copyOfData = z
  .strictObject({
    copy: z.strictObject({
      ...{ id: z.uuid(), personId: z.uuid(), ids: z.array(z.uuid()), madeAt: instant, town: z.string() },
      complete: z.boolean().describe('False when a service did not answer: then this is not all.'),
      missing,
      services: z.array(z.strictObject({ service: z.string(), title: z.string(), parts: z.array(part) })),
    }),
    page: z.string().describe('The same as a page to print, without script.'),
  })
  .meta({ id: 'CopyOfData' });
