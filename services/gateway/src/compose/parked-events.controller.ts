import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { missingOf, type Asked } from './ask-each';
import { Composer, isProblem } from './composer';

interface ParkedList {
  readonly items: readonly { readonly parkedAt: string }[];
  readonly total: number;
}

/** What waits for an administrator in every service, the longest wait first; each service decides who may see it. */
@Controller('api/parked-events')
@Public()
@ApiBearerAuth()
export class ParkedEventsController {
  constructor(private readonly composer: Composer) {}

  @Get()
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.composer.answer(request, reply, async (reader) => {
      const asked = await reader.each<ParkedList>('/parked?limit=200');
      return isProblem(asked) ? asked : together(asked);
    });
  }
}

export function together(asked: readonly Asked<ParkedList>[]) {
  const answered = asked.flatMap((one) => (one.state === 'answered' ? [one] : []));
  return {
    items: answered
      .flatMap(({ service, title, body }) =>
        body.items.map((item) => ({ ...item, service, serviceTitle: title })),
      )
      .sort((one, other) => one.parkedAt.localeCompare(other.parkedAt)),
    total: answered.reduce((sum, { body }) => sum + body.total, 0),
    /** Services whose events are not in the list, because they did not answer. */
    missing: missingOf(asked),
  };
}
