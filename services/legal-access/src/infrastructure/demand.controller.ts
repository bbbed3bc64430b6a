import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { parisDay } from '@passerelle/calendar';
import { isRefusal } from '@passerelle/domain-kit';
import { Allow, Caller, Clock } from '@passerelle/platform';
import type { z } from 'zod';
import { PolicyCommands } from '../application/policy.commands';
import { DemandReads, shownPolicy } from './demand.reads';
import { listPermanenceRequestsQuery, policyBody, topicParam } from './schemas';

@Controller()
export class DemandController {
  constructor(
    private readonly policies: PolicyCommands,
    private readonly reads: DemandReads,
    private readonly clock: Clock,
  ) {}

  @Get('demands')
  @Allow('list', 'demand')
  demands(@Caller() caller: Caller) {
    return this.reads.list(caller.territory, this.clock.now());
  }

  @Get('permanence-requests')
  @Allow('list', 'permanence-request')
  permanenceRequests(
    @Query({ schema: listPermanenceRequestsQuery }) query: z.infer<typeof listPermanenceRequestsQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.permanenceRequests(caller.territory, query);
  }

  @Get('policies/:topic')
  @Allow('read', 'policy')
  policy(
    @Param('topic', { schema: topicParam }) topic: z.infer<typeof topicParam>,
    @Caller() caller: Caller,
  ) {
    return this.reads.policy(caller.territory, topic, this.clock.now());
  }

  @Put('policies/:topic')
  @Allow('set', 'policy')
  async setPolicy(
    @Param('topic', { schema: topicParam }) topic: z.infer<typeof topicParam>,
    @Body({ schema: policyBody }) { from, values }: z.infer<typeof policyBody>,
    @Caller() caller: Caller,
  ) {
    const now = this.clock.now();
    const dated = { from: from ?? parisDay(now), values };
    const outcome = await this.policies.set(caller.cause(), topic, dated);
    return isRefusal(outcome) ? outcome : shownPolicy(topic, outcome.state.policies, now);
  }
}
