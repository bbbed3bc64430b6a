import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { bodyTooLarge, sendProblem, unexpected, unknownAddress, unreadableRequest } from './problem';

/** Whatever goes wrong in the gateway itself is answered as a problem in French, without its internals. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status >= 500) this.logger.error({ err: error, requestId: reply.request.id }, 'the gateway failed');
    void sendProblem(reply, problemOf(status));
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

function problemOf(status: number) {
  if (status === 404) return unknownAddress();
  if (status === 413) return bodyTooLarge();
  return status < 500 ? unreadableRequest(status) : unexpected();
}
