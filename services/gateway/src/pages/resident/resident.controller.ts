import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../../services';
import { postedForm } from '../posted-form';
import { correctable, notOurForm, refusedPage } from '../refused.page';
import { sendPage } from '../send-page';
import { askByLink, type ServiceAnswer } from '../service-answer';
import { Town } from '../town';
import { confirmedPage, residentPage } from './resident.page';
import { readResidentView, type ResidentView } from './resident-view';

/** A resident's answer by the link of their mail. Reading never answers. */
@Controller('r')
@Public()
@ApiExcludeController()
export class ResidentController {
  constructor(
    private readonly services: Services,
    private readonly town: Town,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.ask(token);
    const view = asked.ok ? readResidentView(asked.body) : undefined;
    if (view) sendPage(reply, 200, residentPage(view, this.town));
    else this.refuse(reply, asked);
  }

  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = postedForm(request);
    const asked = await this.ask(token);
    const view = asked.ok ? readResidentView(asked.body) : undefined;
    if (!view) return this.refuse(reply, asked);
    if (!values) return this.refuse(reply, { ...asked, ...notOurForm });
    const body = bodyOf(values);
    if (!body) return sendPage(reply, 422, residentPage(view, this.town, { values, errors: nothingChosen }));
    const answered = await this.ask(token, body);
    const after = answered.ok ? readResidentView(answered.body) : undefined;
    if (after) return sendPage(reply, 200, afterwards(after, this.town));
    const errors = correctable(answered, ['wantsAnother']);
    if (errors) return sendPage(reply, answered.status, residentPage(view, this.town, { values, errors }));
    this.refuse(reply, answered);
  }

  private refuse(reply: FastifyReply, answer: ServiceAnswer): void {
    const seen = { ...answer, status: answer.ok ? 502 : answer.status };
    sendPage(reply, seen.status, refusedPage(seen, this.town));
  }

  private ask(token: string, body?: object): Promise<ServiceAnswer> {
    return askByLink(this.services, 'appointment-answers', token, body);
  }
}

const nothingChosen = { '': 'Dites si vous venez ou si vous annulez.' };

/** A confirmation is thanked for; anything else shows how the appointment stands. */
function afterwards(view: ResidentView, town: Town): string {
  return view.state === 'confirmed' ? confirmedPage(view, town) : residentPage(view, town);
}

function bodyOf({ answer, wantsAnother }: Readonly<Record<string, string>>): object | undefined {
  if (answer === 'confirm') return { answer };
  return answer === 'cancel' ? { answer, wantsAnother: wantsAnother !== 'no' } : undefined;
}
