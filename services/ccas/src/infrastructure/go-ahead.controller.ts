import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { isRefusal } from '@passerelle/domain-kit';
import { Allow, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { GoAheadCommands } from '../application/go-ahead.commands';
import type { GoAhead } from '../domain/go-ahead';
import { AgentNames } from './agent-names';
import { GoAheadReads } from './go-ahead.reads';
import { giveGoAheadBody, listGoAheadsQuery } from './need.schemas';

/** Permanences that enough people wait for, held until a CCAS officer agrees. */
@Controller('go-aheads')
export class GoAheadController {
  constructor(
    private readonly commands: GoAheadCommands,
    private readonly reads: GoAheadReads,
    private readonly names: AgentNames,
  ) {}

  @Get()
  @Allow('list', 'go-ahead')
  list(
    @Query({ schema: listGoAheadsQuery }) { status, limit }: z.infer<typeof listGoAheadsQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.list(caller.territory, status, limit);
  }

  @Post(':permanenceRequestId')
  @Allow('give', 'go-ahead')
  async give(
    @Param('permanenceRequestId', { schema: z.uuid().toLowerCase() }) permanenceRequestId: string,
    @Body({ schema: giveGoAheadBody }) { granted }: z.infer<typeof giveGoAheadBody>,
    @Caller() caller: Caller,
  ) {
    await this.names.remember(caller);
    const outcome = await this.commands.answer(caller.cause(), permanenceRequestId, granted, caller.sub);
    return isRefusal(outcome) ? outcome : shown(permanenceRequestId, outcome.state);
  }

  /** For as long as the answer is held. */
  @Post(':permanenceRequestId/take-back')
  @HttpCode(200)
  @Allow('give', 'go-ahead')
  async takeBack(
    @Param('permanenceRequestId', { schema: z.uuid().toLowerCase() }) permanenceRequestId: string,
    @Caller() caller: Caller,
  ) {
    await this.names.remember(caller);
    const outcome = await this.commands.takeBack(caller.cause(), permanenceRequestId);
    return isRefusal(outcome) ? outcome : shown(permanenceRequestId, outcome.state);
  }
}

function shown(permanenceRequestId: string, state: GoAhead) {
  return { permanenceRequestId, ...state };
}
