import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Cause } from '@passerelle/messaging';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../rights/table';

/** Who calls, for which territory. */
export interface Caller {
  readonly sub: string;
  /** Shown to people; never logged, never in an event. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** The one this request is about: header `x-territory`, or the only one of the token; empty for a machine that names none. */
  readonly territory: string;
  readonly territories: readonly string[];
  readonly scope: readonly string[];
  /** Id of the request: the cause of what it does. */
  readonly requestId: string;
  /** What to give to `unitOfWork.run`. */
  cause(): Cause;
}

const callerKey = Symbol('passerelle caller');
type WithCaller = FastifyRequest & { [callerKey]?: Caller };

export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  (request as WithCaller)[callerKey] = caller;
}

export function callerOf(request: FastifyRequest): Caller | undefined {
  return (request as WithCaller)[callerKey];
}

/** The caller as an argument of a route that has `@Allow` or `@AllowScope`. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw new Error('@Caller() on a route without a token: @Public() routes have no caller');
  return caller;
});
