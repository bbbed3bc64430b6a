import { isRefusal } from '@passerelle/domain-kit';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import { problemOf } from './problem';
import { sendProblem } from './problem.filter';

/**
 * A controller returns what its use case returned; a refusal becomes a problem detail. Here and not in an interceptor: with one,
 * Nest runs every answer through rxjs, a twelfth of a command's time.
 */
export class RefusalAnsweringAdapter extends FastifyAdapter {
  override reply(response: FastifyReply | ServerResponse, body: unknown, statusCode?: number): FastifyReply {
    if (!isRefusal(body) || !('request' in response)) return super.reply(response, body, statusCode);
    sendProblem(response.request, response, problemOf(body));
    return response;
  }
}
