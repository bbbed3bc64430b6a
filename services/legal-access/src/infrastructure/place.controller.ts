import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import { Allow, Caller } from '@passerelle/platform';
import type { z } from 'zod';
import { PermanenceCommands } from '../application/permanence.commands';
import { PlaceCommands } from '../application/place.commands';
import type { Permanence } from '../domain/permanence';
import type { Place } from '../domain/place';
import { PlaceReads, shownPermanence, shownPlace } from './place.reads';
import { changePlaceBody, endPermanenceBody, id, openPlaceBody, schedulePermanenceBody } from './schemas';

@Controller('places')
export class PlaceController {
  constructor(
    private readonly commands: PlaceCommands,
    private readonly reads: PlaceReads,
  ) {}

  @Get()
  @Allow('list', 'place')
  list(@Caller() caller: Caller) {
    return this.reads.places(caller.territory);
  }

  @Post()
  @Allow('open', 'place')
  async open(@Body({ schema: openPlaceBody }) body: z.infer<typeof openPlaceBody>, @Caller() caller: Caller) {
    const { id: placeId, ...facts } = body;
    return placeAnswer(await this.commands.open(caller.cause(), placeId, facts));
  }

  @Put(':id')
  @Allow('change', 'place')
  async change(
    @Param('id', { schema: id }) placeId: string,
    @Body({ schema: changePlaceBody }) body: z.infer<typeof changePlaceBody>,
    @Caller() caller: Caller,
  ) {
    const { version, ...facts } = body;
    return placeAnswer(await this.commands.change(caller.cause(), placeId, facts, version));
  }
}

@Controller('permanences')
export class PermanenceController {
  constructor(
    private readonly commands: PermanenceCommands,
    private readonly reads: PlaceReads,
  ) {}

  @Get()
  @Allow('list', 'permanence')
  list(@Caller() caller: Caller) {
    return this.reads.permanences(caller.territory);
  }

  @Post()
  @Allow('schedule', 'permanence')
  async schedule(
    @Body({ schema: schedulePermanenceBody }) body: z.infer<typeof schedulePermanenceBody>,
    @Caller() caller: Caller,
  ) {
    const { id: permanenceId, ...facts } = body;
    return permanenceAnswer(await this.commands.schedule(caller.cause(), permanenceId, facts));
  }

  @Post(':id/end')
  @Allow('end', 'permanence')
  async end(
    @Param('id', { schema: id }) permanenceId: string,
    @Body({ schema: endPermanenceBody }) body: z.infer<typeof endPermanenceBody>,
    @Caller() caller: Caller,
  ) {
    return permanenceAnswer(
      await this.commands.end(caller.cause(), permanenceId, body.lastDay, body.version),
    );
  }
}

function placeAnswer(outcome: Loaded<Place> | Refusal) {
  if (isRefusal(outcome)) return outcome;
  const { id: _id, version, state } = outcome;
  return state.status === 'none' ? { id: _id, version } : shownPlace({ _id, version, state });
}

function permanenceAnswer(outcome: Loaded<Permanence> | Refusal) {
  if (isRefusal(outcome)) return outcome;
  const { id: _id, version, state } = outcome;
  return state.status === 'none' ? { id: _id, version } : shownPermanence({ _id, version, state });
}
