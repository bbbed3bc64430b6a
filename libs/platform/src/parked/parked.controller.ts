import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ParkedEvents, type ParkedEvent } from '@passerelle/messaging';
import { z } from 'zod';
import { Allow } from '../auth/access';
import { Caller } from '../auth/caller';
import { Answers } from '../openapi/answers';

const listQuery = z
  .strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) })
  .meta({ id: 'ListParkedEvents' });
const parkedId = z.string().min(1).max(400);
const discardBody = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'DiscardParkedEvent' });

const parkedEvents = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          id: z.string(),
          reason: z.enum(['failed', 'unknown-contract', 'unreadable']),
          why: z.string().describe('For who repairs: never a value of the event.'),
          parkedAt: z.iso.datetime(),
          attempts: z.int(),
          reaction: z.string().optional(),
          key: z.string().optional(),
          sequence: z.int().optional(),
          event: z.looseObject({ id: z.string(), type: z.string() }).optional(),
          topic: z.string(),
          partition: z.int(),
          offset: z.string(),
          behind: z.int().min(0).describe('Later events of the same queue that wait for this one.'),
        })
        .meta({ id: 'ParkedEvent' }),
    ),
    total: z.int(),
  })
  .meta({ id: 'ParkedEvents' });
const replayed = z.strictObject({ replayed: z.int() }).meta({ id: 'Replayed' });
const discarded = z.strictObject({ discarded: z.string() }).meta({ id: 'Discarded' });

/** What an administrator does with the events that this service could not handle. */
@Controller('parked')
export class ParkedController {
  constructor(private readonly parked: ParkedEvents) {}

  @Get()
  @Allow('list', 'parked-event')
  @Answers(parkedEvents)
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @Caller() caller: Caller) {
    const { items, total } = await this.parked.list(caller.territory, query.limit);
    const behind = await this.parked.queuedBehind(items);
    return { items: items.map((one) => shown(one, behind.get(one._id) ?? 0)), total };
  }

  @Post(':id/replay')
  @Allow('replay', 'parked-event')
  @Answers(replayed, 201)
  replay(@Param('id', { schema: parkedId }) id: string, @Caller() caller: Caller) {
    return this.parked.replay(id, administrator(caller));
  }

  @Post(':id/discard')
  @Allow('discard', 'parked-event')
  @Answers(discarded, 201)
  discard(
    @Param('id', { schema: parkedId }) id: string,
    @Body({ schema: discardBody }) body: z.infer<typeof discardBody>,
    @Caller() caller: Caller,
  ) {
    return this.parked.discard(id, administrator(caller), body.reason);
  }
}

/** `behind`: how many later events of the same queue wait for this one. The raw copy of what could not be read stays here. */
function shown({ _id: id, raw: _raw, fits: _fits, ...parked }: ParkedEvent, behind: number) {
  return { id, ...parked, behind };
}

const administrator = ({ sub, territory }: Caller) => ({ actor: sub, territory });
