import { Controller, Get, Header } from '@nestjs/common';
import { register } from 'prom-client';
import { Infrastructure } from '../auth/access';

/** What is measured only when somebody looks. */
export abstract class Gauges {
  /** Never rejects, and never takes long. */
  abstract measure(): Promise<void>;
}

@Controller('metrics')
@Infrastructure()
export class MetricsController {
  constructor(private readonly gauges: Gauges) {}

  /** Counts and durations only; the gateway does not pass it on. */
  @Get()
  @Header('content-type', register.contentType)
  async metrics(): Promise<string> {
    await this.gauges.measure();
    return register.metrics();
  }
}
