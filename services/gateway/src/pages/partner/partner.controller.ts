import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parisDay } from '@passerelle/calendar';
import { Clock, Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../../services';
import { LinkPage } from '../link-page';
import { Town } from '../town';
import { readPartnerForm } from './partner-form';
import { partnerDonePage } from './partner-done.page';
import { partnerPage } from './partner.page';
import { readPartnerView, type PartnerView } from './partner-view';

/** What a refusal of legal access can point at in the form. */
const fields = [
  'date',
  'time',
  'durationMinutes',
  'slotMinutes',
  'placeId',
  'placeName',
  'address',
  'reason',
];

/** A partner's answer, by the link of their mail, to the question whether it holds a permanence. */
@Controller('p')
@Public()
@ApiExcludeController()
export class PartnerController {
  private readonly linked: LinkPage<PartnerView>;

  constructor(services: Services, town: Town, clock: Clock) {
    this.linked = new LinkPage(services, town, {
      behind: 'partner-answers',
      fields,
      readView: readPartnerView,
      readForm: readPartnerForm,
      page: (view, form) =>
        view.state === 'answered'
          ? partnerDonePage(view, town)
          : partnerPage(view, town, parisDay(clock.now()), form),
      afterwards: (view) =>
        view.state === 'answered'
          ? partnerDonePage(view, town)
          : partnerPage(view, town, parisDay(clock.now())),
    });
  }

  @Get(':token')
  show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    return this.linked.show(token, reply);
  }

  @Post(':token')
  answer(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.linked.answer(token, request, reply);
  }
}
