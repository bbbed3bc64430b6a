import { Controller, Get, Res } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { Infrastructure } from '../auth/access';
import type { Dependency } from '../define-service';

/** What readiness asks: each dependency by name. Answers quickly, never throws. */
export abstract class Readiness {
  abstract dependencies(): Promise<Readonly<Record<string, Dependency>>>;
}

@Controller('health')
@Infrastructure()
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
  ) {}

  /** The process answers. Never looks at a dependency: restarting us would not bring MongoDB back. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when everything this service needs is up, 503 otherwise, with why for each. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const states = await this.readiness.dependencies();
    const asked = Object.entries(states).map(
      ([name, state]) =>
        () =>
          this.indicator(name, state),
    );
    try {
      return await this.checks.check(asked);
    } catch (error) {
      // Terminus answers by exception; here a service that is not ready is an answer like another.
      void reply.code(503);
      const { response } = error as { response?: object };
      return response ?? { status: 'error' };
    }
  }

  private indicator(name: string, { state, why }: Dependency): HealthIndicatorResult {
    const session = this.indicators.check(name);
    if (state === 'up') return session.up();
    return session.down({ state, ...(why !== undefined && { why }) });
  }
}
