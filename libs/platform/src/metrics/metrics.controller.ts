import { Controller, Get, Header } from '@nestjs/common';
import { register } from 'prom-client';
import { Infrastructure } from '../auth/access';

@Controller('metrics')
@Infrastructure()
export class MetricsController {
  /** Counts and durations only; the gateway does not pass it on. */
  @Get()
  @Header('content-type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
