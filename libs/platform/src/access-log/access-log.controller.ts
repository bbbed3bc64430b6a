import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../auth/access';
import { Caller } from '../auth/caller';
import { AccessLog, type AccessEntry } from './access-log';

const ids = z
  .string()
  .max(2_000)
  .transform((list) => list.split(',').filter((one) => one !== ''))
  .pipe(z.array(z.uuid().toLowerCase()).min(1).max(50));

const listQuery = z
  .strictObject({
    personIds: ids.optional().describe('A person, by the ids of all their files, separated by commas.'),
    actor: z.string().min(1).max(120).optional(),
    from: z.iso
      .datetime()
      .transform((text) => new Date(text))
      .optional(),
    to: z.iso
      .datetime()
      .transform((text) => new Date(text))
      .optional()
      .describe('Exclusive.'),
    limit: z.coerce.number().int().min(1).max(5_000).default(100),
  })
  .meta({ id: 'ListAccesses' });

/** Who read which sensitive file here, for who answers for it. */
@Controller('access-log')
export class AccessLogController {
  constructor(private readonly accessLog: AccessLog) {}

  @Get()
  @Allow('list', 'access-log')
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @Caller() caller: Caller) {
    const { items, total } = await this.accessLog.list(caller.territory, query);
    return { items: items.map(shown), total };
  }
}

function shown({ _id: id, subject, id: fileId, ...entry }: AccessEntry) {
  const { at, actor, actorName, roles, personId, why } = entry;
  return { id, at, actor, actorName, roles, subject, fileId, personId, why };
}
