import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isOutage } from '@passerelle/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging/logger';
import { problem, problemContentType, type Problem } from './problem';
import { ProblemError } from './problem-error';

/** Everything that goes wrong in a request leaves here, as a problem detail that leaks nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = problemFor(error);
    const reqId = String(request.id);
    if (answer.status === 500) this.logger.error({ err: error, reqId }, 'unexpected error in a request');
    else if (answer.status === 503) this.logger.warn({ err: error, reqId }, 'a request was not served');
    if (reply.sent) return;
    if (error instanceof ProblemError) void reply.headers(error.headers);
    sendProblem(request, reply, answer);
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, answer: Problem): void {
  void reply
    .code(answer.status)
    .header('content-type', problemContentType)
    .header('x-request-id', String(request.id))
    .send(JSON.stringify({ ...answer, instance: `urn:uuid:${String(request.id)}` }));
}

const sentences: Readonly<Record<number, readonly [name: string, sentence: string]>> = {
  400: ['UnreadableRequest', 'La demande est mal écrite : elle n’a pas pu être lue.'],
  404: ['UnknownAddress', 'Cette adresse n’existe pas.'],
  405: ['UnknownAddress', 'Cette adresse n’existe pas.'],
  413: ['RequestTooLarge', 'L’envoi dépasse 256 ko : raccourcissez le texte.'],
  414: ['AddressTooLong', 'L’adresse demandée est trop longue.'],
  415: ['UnsupportedFormat', 'Ce format d’envoi n’est pas accepté : utilisez du JSON.'],
};

/** What the router refuses before any route: an address that cannot be decoded or is too long. */
export function routerProblem(error: { readonly statusCode?: number }): Problem {
  return problemFor(new HttpException('', error.statusCode ?? 400));
}

export function problemFor(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isOutage(error)) {
    return problem(
      503,
      'StorageUnavailable',
      'Le service ne répond pas pour le moment. Réessayez dans un instant.',
    );
  }
  const status = error instanceof HttpException ? error.getStatus() : 500;
  const known = sentences[status];
  if (known) return problem(status, known[0], known[1]);
  if (status >= 400 && status < 500) return problem(status, 'RequestRefused', 'La demande a été refusée.');
  if (status === 503) return problem(503, 'Unavailable', 'Le service n’est pas disponible pour le moment.');
  return problem(
    500,
    'UnexpectedError',
    'Une erreur inattendue s’est produite. Réessayez, ou signalez le numéro ci-joint.',
  );
}
