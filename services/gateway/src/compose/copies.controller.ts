import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { Clock, Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Town } from '../pages/town';
import { Composer, isProblem } from './composer';
import { gatherCopy } from './copy';
import { copyPage } from './copy.page';

const id = z.uuid().toLowerCase();
const makeCopyBody = z
  .strictObject({ id: id.describe('Made by the client: the number of the copy.') })
  .meta({ id: 'MakeCopyOfData' });

/** The copy of all that is held about a person: one document for programs, one page for the person. */
@Controller('api/persons')
@Public()
@ApiBearerAuth()
export class CopiesController {
  constructor(
    private readonly composer: Composer,
    private readonly town: Town,
    private readonly clock: Clock,
  ) {}

  @Post(':id/copies')
  @HttpCode(200)
  make(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: makeCopyBody }) { id: copyId }: z.infer<typeof makeCopyBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.composer.answer(request, reply, async (reader) => {
      const asked = { copyId, personId, town: this.town.name, now: this.clock.now() };
      const copy = await gatherCopy(reader, asked);
      return isProblem(copy) ? copy : { copy, page: copyPage(copy, this.town) };
    });
  }
}
