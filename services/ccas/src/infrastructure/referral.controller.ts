import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { refuse, type Refusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import { AccessLog, Allow, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { ReferralCommands } from '../application/referral.commands';
import type { Referral } from '../domain/referral';
import { AgentNames } from './agent-names';
import { ReferralReads } from './referral.reads';
import {
  answerQuestionBody,
  closeReferralBody,
  listReferralsQuery,
  referNeedBody,
  withdrawReferralBody,
} from './referral.schemas';
import { referralAnswer } from './referral.view';

const id = z.uuid().toLowerCase();

/** What a need was referred to, and to whom. */
@Controller('needs/:needId/referrals')
export class NeedReferralController {
  constructor(
    private readonly commands: ReferralCommands,
    private readonly reads: ReferralReads,
    private readonly names: AgentNames,
    private readonly accessLog: AccessLog,
  ) {}

  @Post()
  @Allow('send', 'referral')
  async refer(
    @Param('needId', { schema: id }) needId: string,
    @Body({ schema: referNeedBody }) body: z.infer<typeof referNeedBody>,
    @Caller() caller: Caller,
  ) {
    const { version, ...form } = body;
    await this.names.remember(caller);
    const outcome = await this.commands.refer(caller.cause(), { id: needId, version }, form);
    return referralAnswer(outcome, this.reads.now());
  }

  /** With what was written, and how the person is reached: who opened it is journaled before it is answered. */
  @Get()
  @Allow('read', 'referral')
  async ofNeed(@Param('needId', { schema: id }) needId: string, @Caller() caller: Caller) {
    const found = await this.reads.ofNeed(caller.territory, needId);
    if (!found) return noSuchNeed();
    const [{ personId } = {}] = found.items;
    if (personId !== undefined) {
      await this.accessLog.record(caller, { subject: 'need', id: needId, personId, why: 'open-referrals' });
    }
    return found;
  }
}

/** What partners outside the town were referred. */
@Controller('referrals')
export class ReferralController {
  constructor(
    private readonly commands: ReferralCommands,
    private readonly reads: ReferralReads,
    private readonly names: AgentNames,
  ) {}

  @Get()
  @Allow('list', 'referral')
  list(
    @Query({ schema: listReferralsQuery }) query: z.infer<typeof listReferralsQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.list(caller.territory, query);
  }

  @Get('by-partner')
  @Allow('list', 'referral')
  byPartner(@Caller() caller: Caller) {
    return this.reads.byPartner(caller.territory);
  }

  @Post(':id/answer')
  @Allow('change', 'referral')
  answer(
    @Param('id', { schema: id }) referralId: string,
    @Body({ schema: answerQuestionBody }) body: z.infer<typeof answerQuestionBody>,
    @Caller() caller: Caller,
  ) {
    const { id: textId, version, answer } = body;
    const read = { id: referralId, version };
    return this.act(caller, () => this.commands.answerQuestion(caller.cause(), read, textId, answer));
  }

  @Post(':id/withdraw')
  @Allow('change', 'referral')
  withdraw(
    @Param('id', { schema: id }) referralId: string,
    @Body({ schema: withdrawReferralBody }) { version }: z.infer<typeof withdrawReferralBody>,
    @Caller() caller: Caller,
  ) {
    return this.act(caller, () => this.commands.withdraw(caller.cause(), { id: referralId, version }));
  }

  @Post(':id/close')
  @Allow('change', 'referral')
  close(
    @Param('id', { schema: id }) referralId: string,
    @Body({ schema: closeReferralBody }) body: z.infer<typeof closeReferralBody>,
    @Caller() caller: Caller,
  ) {
    const { version, outcome, words } = body;
    const read = { id: referralId, version };
    return this.act(caller, () => this.commands.close(caller.cause(), read, outcome, words));
  }

  private async act(caller: Caller, command: () => Promise<Loaded<Referral> | Refusal>) {
    await this.names.remember(caller);
    return referralAnswer(await command(), this.reads.now());
  }
}

function noSuchNeed(): Refusal {
  return refuse('UnknownNeed', 'Ce besoin n’existe pas, ou il appartient à un autre territoire.');
}
