import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ParkedEvents } from '@passerelle/messaging';
import { z } from 'zod';
import { Allow } from '../auth/access';
import { Caller } from '../auth/caller';

const listQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) });
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
  list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @Caller() caller: Caller) {
    return this.parked.list(caller.territory, query.limit);
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

const administrator = ({ sub, territory }: Caller) => ({ actor: sub, territory });
