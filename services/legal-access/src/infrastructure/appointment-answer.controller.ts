import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause } from '@passerelle/messaging';
import { Clock, linkForged, LinkKey, Public, verifyLink } from '@passerelle/platform';
import { z } from 'zod';
import { RequestCommands } from '../application/request.commands';
import {
  AppointmentAnswerReads,
  type AppointmentLink,
  type FoundAppointment,
} from './appointment-answer.reads';
import { residentAnswerBody, token } from './schemas';

const purpose = 'appointment-answer';
const claims = z.object({ id: z.uuid(), appointmentId: z.uuid() });

/** The page behind a resident's mail: GET shows and changes nothing, POST confirms or cancels. */
@Controller('appointment-answers')
export class AppointmentAnswerController {
  constructor(
    private readonly commands: RequestCommands,
    private readonly reads: AppointmentAnswerReads,
    private readonly key: LinkKey,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Public()
  async show(@Param('token', { schema: token }) signed: string) {
    const opened = await this.open(signed);
    return isRefusal(opened) ? opened : opened.found.page;
  }

  @Post(':token')
  @HttpCode(200)
  @Public()
  async answer(
    @Param('token', { schema: token }) signed: string,
    @Body({ schema: residentAnswerBody }) body: z.infer<typeof residentAnswerBody>,
  ) {
    const opened = await this.open(signed);
    if (isRefusal(opened)) return opened;
    const { link, found } = opened;
    const { state } = found.page;
    if (state === 'cancelled') return body.answer === 'cancel' ? found.page : cancelledAlready();
    const order =
      body.answer === 'confirm'
        ? ({ type: 'Confirm', appointmentId: link.appointmentId } as const)
        : ({
            type: 'Cancel',
            by: 'resident',
            appointmentId: link.appointmentId,
            wantsAnother: body.wantsAnother,
          } as const);
    const { territory, correlationId } = found;
    const causationId = await this.reads.lastPublished(link.needId);
    const cause: Cause = { territory, correlationId, causationId, actor: `link:${purpose}` };
    const outcome = await this.commands.order(cause, link.needId, order);
    if (isRefusal(outcome)) return outcome;
    return (await this.reads.find(link))?.page ?? found.page;
  }

  private async open(signed: string): Promise<{ link: AppointmentLink; found: FoundAppointment } | Refusal> {
    const verified = await verifyLink(this.key.value, purpose, signed, this.clock.now());
    if (isRefusal(verified)) return verified;
    const read = claims.safeParse(verified);
    if (!read.success) return linkForged();
    const link = { needId: read.data.id, appointmentId: read.data.appointmentId };
    const found = await this.reads.find(link);
    return found ? { link, found } : linkForged();
  }
}

const cancelledAlready = () =>
  refuse('LinkAlreadyUsed', 'Ce rendez-vous a déjà été annulé. Contactez le CCAS pour en demander un autre.');
