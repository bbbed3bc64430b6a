import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { addDays, parisInstant, type LocalDate } from '@passerelle/calendar';
import { Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { missingOf, type Asked } from './ask-each';
import { Composer, isProblem } from './composer';

const listQuery = z
  .strictObject({
    personIds: z
      .string()
      .max(2_000)
      .optional()
      .describe('A person, by the ids of all their files, by commas.'),
    actor: z.string().min(1).max(120).optional(),
    from: z.iso.date().optional().describe('A day in Paris.'),
    to: z.iso.date().optional().describe('The last day.'),
    limit: z.coerce.number().int().min(1).max(5_000).default(100),
  })
  .meta({ id: 'ListAllAccesses' });
type ListQuery = z.infer<typeof listQuery>;

interface AccessList {
  readonly items: readonly { readonly at: string }[];
  readonly total: number;
}

/** Who read which sensitive file, in every service; each decides who may see it. */
@Controller('api/access-log')
@Public()
@ApiBearerAuth()
export class AccessLogController {
  constructor(private readonly composer: Composer) {}

  @Get()
  list(
    @Query({ schema: listQuery }) query: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.composer.answer(request, reply, async (reader) => {
      const asked = await reader.each<AccessList>(`/access-log?${asAsked(query)}`);
      return isProblem(asked) ? asked : latestFirst(asked, query.limit);
    });
  }
}

/** A person thinks in days; services keep instants. */
export function asAsked({ personIds, actor, from, to, limit }: ListQuery): URLSearchParams {
  return new URLSearchParams({
    ...(personIds !== undefined && { personIds }),
    ...(actor !== undefined && { actor }),
    ...(from !== undefined && { from: midnight(from as LocalDate) }),
    ...(to !== undefined && { to: midnight(addDays(to as LocalDate, 1)) }),
    limit: String(limit),
  });
}

const midnight = (day: LocalDate) => parisInstant(day, '00:00').toISOString();

function latestFirst(asked: readonly Asked<AccessList>[], limit: number) {
  const answered = asked.flatMap((one) => (one.state === 'answered' ? [one] : []));
  return {
    items: answered
      .flatMap(({ service, title, body }) =>
        body.items.map((item) => ({ ...item, service, serviceTitle: title })),
      )
      .sort((one, other) => other.at.localeCompare(one.at))
      .slice(0, limit),
    total: answered.reduce((sum, { body }) => sum + body.total, 0),
    missing: missingOf(asked),
  };
}
