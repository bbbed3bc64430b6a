import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause } from '@passerelle/messaging';
import { Clock, linkForged, LinkKey, Public, verifyLink } from '@passerelle/platform';
import { z } from 'zod';
import { PartnerAnswers } from '../application/partner-answers';
import type { PartnerLink } from '../domain/answer-permanence';
import { sameAnswer, type PartnerAnswer } from './partner-answer';
import { PartnerAnswerReads, type FoundRequest } from './partner-answer.reads';
import { partnerAnswerBody, token } from './schemas';

const purpose = 'permanence-answer';
const claims = z.object({ id: z.uuid(), partnerId: z.uuid(), attempt: z.int().min(1) });

/** The page behind a partner's mail: GET shows and changes nothing (mail scanners open links), POST answers. */
@Controller('partner-answers')
export class PartnerAnswerController {
  constructor(
    private readonly answers: PartnerAnswers,
    private readonly reads: PartnerAnswerReads,
    private readonly key: LinkKey,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Public()
  async show(@Param('token', { schema: token }) signed: string) {
    const opened = await this.open(signed);
    return isRefusal(opened) ? opened : this.reads.page(opened.link, opened.found);
  }

  @Post(':token')
  @HttpCode(200)
  @Public()
  async answer(
    @Param('token', { schema: token }) signed: string,
    @Body({ schema: partnerAnswerBody }) body: z.infer<typeof partnerAnswerBody>,
  ) {
    const opened = await this.open(signed);
    if (isRefusal(opened)) return opened;
    const { link, found } = opened;
    const before = await this.reads.answerOf(link, found);
    if (before) return sameAnswer(before, body) ? this.reads.page(link, found) : alreadyUsed();
    const outcome = await this.decide(link, found, body);
    const after = (await this.reads.find(link)) ?? found;
    const first = isRefusal(outcome) ? await this.reads.answerOf(link, after) : undefined;
    // Sent twice at one instant, by a double click: the first one is shown.
    if (isRefusal(outcome) && !(first && sameAnswer(first, body))) return outcome;
    return this.reads.page(link, after);
  }

  private async decide(link: PartnerLink, found: FoundRequest, body: PartnerAnswer) {
    const causationId = await this.reads.lastPublished(link.permanenceRequestId);
    const { territory, correlationId } = found;
    const cause: Cause = { territory, actor: `link:${purpose}`, correlationId, causationId };
    if (body.answer === 'decline') return this.answers.decline(cause, link, body.reason);
    const { date, time, durationMinutes, slotMinutes } = body;
    const place =
      'placeId' in body
        ? { placeId: body.placeId }
        : { placeName: body.placeName, placeAddress: body.address };
    return this.answers.accept(cause, link, { date, time, durationMinutes, slotMinutes, place });
  }

  private async open(signed: string): Promise<{ link: PartnerLink; found: FoundRequest } | Refusal> {
    const verified = await verifyLink(this.key.value, purpose, signed, this.clock.now());
    const read = isRefusal(verified) ? undefined : claims.safeParse(verified);
    if (isRefusal(verified)) return verified;
    if (!read?.success) return linkForged();
    const { id: permanenceRequestId, partnerId, attempt } = read.data;
    const link = { permanenceRequestId, partnerId, attempt };
    const found = await this.reads.find(link);
    return found ? { link, found } : linkForged();
  }
}

const alreadyUsed = () =>
  refuse('LinkAlreadyUsed', 'Vous avez déjà répondu à cette demande. Votre première réponse est gardée.');
