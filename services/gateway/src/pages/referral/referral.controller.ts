import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Services } from '../../services';
import { LinkPage } from '../link-page';
import { Town } from '../town';
import { readReferralForm } from './referral-form';
import { referralAfterPage, referralPage } from './referral.page';
import { readReferralView, type ReferralView } from './referral-view';

/** A partner's answer, by the link of their mail, about a person that the CCAS presents. */
@Controller('o')
@Public()
@ApiExcludeController()
export class ReferralController {
  private readonly linked: LinkPage<ReferralView>;

  constructor(services: Services, town: Town) {
    this.linked = new LinkPage(services, town, {
      behind: 'referral-answers',
      fields: ['reason', 'question', 'outcome', 'words'],
      readView: readReferralView,
      readForm: readReferralForm,
      page: (view, form) => referralPage(view, town, randomUUID(), form),
      afterwards: (view) => referralAfterPage(view, town, randomUUID()),
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
