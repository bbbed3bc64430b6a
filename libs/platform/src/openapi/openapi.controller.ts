import { Controller, Get } from '@nestjs/common';
import { Infrastructure } from '../auth/access';

/** Gives the description of the API; made when first asked. */
export abstract class ApiDescription {
  abstract document(): Promise<object>;
}

@Controller('openapi.json')
@Infrastructure()
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  document(): Promise<object> {
    return this.description.document();
  }
}
