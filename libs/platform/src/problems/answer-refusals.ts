import { isRefusal } from '@passerelle/domain-kit';
import type { FastifyInstance } from 'fastify';
import { problemContentType, problemOf } from './problem';

/**
 * A controller returns what its use case returned; a refusal becomes a problem detail. A hook of Fastify and not an interceptor:
 * with one, Nest runs every answer through rxjs, a twelfth of a command's time.
 */
export function answerRefusals(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', async (request, reply, payload) => {
    if (!isRefusal(payload)) return payload;
    const answer = problemOf(payload);
    void reply.code(answer.status).header('content-type', problemContentType);
    return { ...answer, instance: `urn:uuid:${String(request.id)}` };
  });
}
