import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ParkedEvents, type ParkedEvent } from '@passerelle/messaging';
import { z } from 'zod';
import { Allow } from '../auth/access';
import { Caller } from '../auth/caller';

const listQuery = z
  .strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) })
  .meta({ id: 'ListParkedEvents' });
const parkedId = z.string().min(1).max(400);
const discardBody = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'DiscardParkedEvent' });

/** What an administrator does with the events that this service could not handle. */
@Controller('parked')
export class ParkedController {
  constructor(private readonly parked: ParkedEvents) {}

  @Get()
  @Allow('list', 'parked-event')
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @Caller() caller: Caller) {
    const { items, total } = await this.parked.list(caller.territory, query.limit);
    const behind = await this.parked.queuedBehind(items);
    return { items: items.map((one) => shown(one, behind.get(one._id) ?? 0)), total };
  }

  @Post(':id/replay')
  @Allow('replay', 'parked-event')
  replay(@Param('id', { schema: parkedId }) id: string, @Caller() caller: Caller) {
    return this.parked.replay(id, administrator(caller));
  }

  @Post(':id/discard')
  @Allow('discard', 'parked-event')
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
