import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApiDescription, Public } from '@passerelle/platform';
import type { FastifyReply } from 'fastify';
import type { ApiDocument } from '../openapi/merge';
import { docsPage } from './docs.page';
import { sendPage } from './send-page';

@Controller('docs')
@Public()
@ApiExcludeController()
export class DocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  async docs(@Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, 200, docsPage((await this.description.document()) as ApiDocument));
  }
}
