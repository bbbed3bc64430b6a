import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Services } from '../services';
import { readiness } from './readiness';

@Controller('health')
export class HealthController {
  constructor(private readonly services: Services) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Ready means that the whole system is: this is what `npm start` and a load balancer wait for. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const state = await readiness(this.services);
    await reply
      .code(state.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  }
}
