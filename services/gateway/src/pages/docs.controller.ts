import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import type { FastifyReply } from 'fastify';
import { WholeApi } from '../openapi/whole-api';
import { docsPage } from './docs.page';
import { sendPage } from './send-page';

@Controller('docs')
@Public()
@ApiExcludeController()
export class DocsController {
  constructor(private readonly description: WholeApi) {}

  @Get()
  async docs(@Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, 200, docsPage(await this.description.document()));
  }
}
