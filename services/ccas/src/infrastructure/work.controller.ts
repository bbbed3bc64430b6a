import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, Caller } from '@passerelle/platform';
import type { z } from 'zod';
import { HandOverCommands } from '../application/hand-over.commands';
import { AgentNames } from './agent-names';
import { handOverBody, toHandleQuery } from './need.schemas';
import { mayReadWords } from './need.view';
import { ToHandleReads } from './to-handle.reads';
import { WorkerReads } from './worker.reads';

/** What there is to do at the CCAS, and who does it. */
@Controller('needs')
export class WorkController {
  constructor(
    private readonly commands: HandOverCommands,
    private readonly work: ToHandleReads,
    private readonly workers: WorkerReads,
    private readonly names: AgentNames,
  ) {}

  @Get('to-handle')
  @Allow('list', 'need')
  async toHandle(
    @Query({ schema: toHandleQuery }) query: z.infer<typeof toHandleQuery>,
    @Caller() caller: Caller,
  ) {
    // Everybody's morning begins here: from then on a colleague can hand them needs.
    await this.names.remember(caller);
    return this.work.list(caller.territory, query, mayReadWords(caller.roles));
  }

  @Get('workers')
  @Allow('list', 'need')
  list(@Caller() caller: Caller) {
    return this.workers.list(caller.territory);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Allow('hand-over', 'need')
  async handOver(
    @Body({ schema: handOverBody }) body: z.infer<typeof handOverBody>,
    @Caller() caller: Caller,
  ) {
    await this.names.remember(caller);
    return this.commands.handOver(caller.cause(), body);
  }
}
