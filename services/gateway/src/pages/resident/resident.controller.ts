import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../../services';
import { LinkPage, type ReadForm } from '../link-page';
import { Town } from '../town';
import { confirmedPage, residentPage } from './resident.page';
import { readResidentView, type ResidentView } from './resident-view';

/** A resident's answer by the link of their mail. Reading never answers. */
@Controller('r')
@Public()
@ApiExcludeController()
export class ResidentController {
  private readonly linked: LinkPage<ResidentView>;

  constructor(services: Services, town: Town) {
    this.linked = new LinkPage(services, town, {
      behind: 'appointment-answers',
      fields: ['wantsAnother'],
      readView: readResidentView,
      readForm,
      page: (view, form) => residentPage(view, town, form),
      // A confirmation is thanked for; anything else shows how the appointment stands.
      afterwards: (view) =>
        view.state === 'confirmed' ? confirmedPage(view, town) : residentPage(view, town),
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

const nothingChosen = { '': 'Dites si vous venez ou si vous annulez.' };

function readForm({ answer, wantsAnother }: Readonly<Record<string, string>>): ReadForm {
  if (answer === 'confirm') return { ok: true, body: { answer } };
  if (answer === 'cancel') return { ok: true, body: { answer, wantsAnother: wantsAnother !== 'no' } };
  return { ok: false, errors: nothingChosen };
}
