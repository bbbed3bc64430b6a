import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import { stylesheet } from './stylesheet';

@Controller()
@Public()
@ApiExcludeController()
export class StyleController {
  @Get('passerelle.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  @Header('x-content-type-options', 'nosniff')
  style(): string {
    return stylesheet;
  }
}
