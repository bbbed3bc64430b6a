import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Cause } from '@passerelle/messaging';
import { AccessLog, Clock, linkForged, LinkKey, Public, verifyLink } from '@passerelle/platform';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReferralCommands } from '../application/referral.commands';
import { ReferralAnswerReads, type FoundReferral } from './referral-answer.reads';
import { linkToken, referralAnswerBody } from './referral.schemas';

const purpose = 'referral-answer';
const actor = `link:${purpose}`;
const claims = z.object({ id: z.uuid(), partnerId: z.uuid() });

/** The page behind a partner's mail: GET shows and changes nothing (mail scanners open links), POST answers. */
@Controller('referral-answers')
export class ReferralAnswerController {
  constructor(
    private readonly commands: ReferralCommands,
    private readonly reads: ReferralAnswerReads,
    private readonly accessLog: AccessLog,
    private readonly key: LinkKey,
    private readonly clock: Clock,
  ) {}

  /** The partner reads how the person is reached: journaled as any reading of a file is. */
  @Get(':token')
  @Public()
  async show(@Param('token', { schema: linkToken }) signed: string, @Req() request: FastifyRequest) {
    const found = await this.open(signed);
    if (isRefusal(found)) return found;
    const page = await this.reads.page(found);
    if (page.state !== 'over') await this.journal(found, request);
    return page;
  }

  @Post(':token')
  @HttpCode(200)
  @Public()
  async answer(
    @Param('token', { schema: linkToken }) signed: string,
    @Body({ schema: referralAnswerBody }) body: z.infer<typeof referralAnswerBody>,
  ) {
    const found = await this.open(signed);
    if (isRefusal(found)) return found;
    const { id, territory, correlationId } = found;
    const causationId = await this.reads.lastDecided(id);
    const cause: Cause = { territory, correlationId, causationId, actor };
    const outcome = await this.commands.hearPartner(cause, id, body);
    return isRefusal(outcome) ? outcome : this.reads.page(outcome as FoundReferral);
  }

  private async open(signed: string): Promise<FoundReferral | Refusal> {
    const verified = await verifyLink(this.key.value, purpose, signed, this.clock.now());
    if (isRefusal(verified)) return verified;
    const read = claims.safeParse(verified);
    const found = read.success ? await this.reads.find(read.data.id) : undefined;
    return found && found.state.partnerId === read.data?.partnerId ? found : linkForged();
  }

  private journal({ territory, state }: FoundReferral, request: FastifyRequest): Promise<void> {
    const reader = { sub: actor, roles: [], territory, requestId: String(request.id) };
    const { needId, personId } = state;
    return this.accessLog.record(reader, { subject: 'need', id: needId, personId, why: 'partner-link' });
  }
}
