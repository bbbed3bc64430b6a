import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parisDay } from '@passerelle/calendar';
import { Clock, Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../../services';
import { emptyForm, type Form } from '../form-fields';
import { postedForm } from '../posted-form';
import { correctable, notOurForm, refusedPage } from '../refused.page';
import { sendPage } from '../send-page';
import { askByLink, type ServiceAnswer } from '../service-answer';
import { Town } from '../town';
import { readPartnerForm } from './partner-form';
import { partnerDonePage } from './partner-done.page';
import { partnerPage } from './partner.page';
import { readPartnerView, type PartnerView } from './partner-view';

/** What a refusal of legal access can point at in the form. */
const FIELDS = [
  'date',
  'time',
  'durationMinutes',
  'slotMinutes',
  'placeId',
  'placeName',
  'address',
  'reason',
];

/** A partner's answer by the link of their mail. Reading never answers: mail scanners open links too. */
@Controller('p')
@Public()
@ApiExcludeController()
export class PartnerController {
  constructor(
    private readonly services: Services,
    private readonly town: Town,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.ask(token);
    const view = asked.ok ? readPartnerView(asked.body) : undefined;
    if (view) this.page(reply, 200, view);
    else this.refuse(reply, asked);
  }

  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.ask(token);
    const view = asked.ok ? readPartnerView(asked.body) : undefined;
    const values = postedForm(request);
    if (!view) return this.refuse(reply, asked);
    if (!values) return this.refuse(reply, { ...asked, ...notOurForm });
    const read = readPartnerForm(values);
    if (!read.ok) return this.page(reply, 422, view, { values, errors: read.errors });
    const answered = await this.ask(token, read.body);
    const after = answered.ok ? readPartnerView(answered.body) : undefined;
    if (after) return this.page(reply, 200, after);
    const errors = correctable(answered, FIELDS);
    if (errors) return this.page(reply, answered.status, view, { values, errors });
    this.refuse(reply, answered);
  }

  private refuse(reply: FastifyReply, answer: ServiceAnswer): void {
    const seen = { ...answer, status: answer.ok ? 502 : answer.status };
    sendPage(reply, seen.status, refusedPage(seen, this.town));
  }

  private ask(token: string, body?: object): Promise<ServiceAnswer> {
    return askByLink(this.services, 'partner-answers', token, body);
  }

  private page(reply: FastifyReply, status: number, view: PartnerView, form: Form = emptyForm): void {
    if (view.state === 'answered') return sendPage(reply, 200, partnerDonePage(view, this.town));
    sendPage(reply, status, partnerPage(view, this.town, parisDay(this.clock.now()), form));
  }
}
