import { problem, traceparentOf, type Problem } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noSession, sendProblem } from '../problem';
import type { Services } from '../services';
import { callerOf } from '../session/caller-of';
import type { OwnOrigin } from '../session/own-origin';
import type { Sessions } from '../session/sessions';
import { ask, askEach, commonRefusal, type Asked } from './ask-each';

/** What a page made of several services' answers is made with: the reader's own token, and nothing the reader may not read. */
export class Composer {
  constructor(
    private readonly services: Services,
    readonly sessions: Pick<Sessions, 'of'>,
    readonly own: OwnOrigin,
  ) {}

  /** Sends what `compose` makes, or why the reader may not have it. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    compose: (reader: Reader) => Promise<object | Problem>,
  ): Promise<void> {
    const caller = await callerOf(request, this);
    if ('status' in caller) return void sendProblem(reply, caller);
    if (caller.authorization === undefined) return void sendProblem(reply, noSession('none'));
    if (caller.setCookie !== undefined) void reply.header('set-cookie', caller.setCookie);
    const made = await compose(new Reader(this.services, headersFor(request, caller.authorization)));
    if (isProblem(made)) return void sendProblem(reply, made);
    void reply.header('cache-control', 'no-store').send(made);
  }
}

/** One reader, for the time of one request. */
export class Reader {
  constructor(
    private readonly services: Services,
    private readonly headers: Record<string, string>,
  ) {}

  /** Every service, or those named. A problem when all who answered refuse. */
  async each<Body>(path: string, names = this.services.names()): Promise<Asked<Body>[] | Problem> {
    const asked = await askEach<Body>(this.services, names, path, this.headers);
    const refusal = commonRefusal(asked);
    return refusal ? problem(refusal.status, refusal.name, refusal.detail) : asked;
  }

  one<Body>(service: string, path: string, body?: object): Promise<Asked<Body>> {
    if (body === undefined) return ask<Body>(this.services, service, path, { headers: this.headers });
    const headers = { ...this.headers, 'content-type': 'application/json' };
    return ask<Body>(this.services, service, path, { headers, method: 'POST', body: JSON.stringify(body) });
  }
}

function headersFor(request: FastifyRequest, authorization: string): Record<string, string> {
  const territory = request.headers['x-territory'];
  return {
    authorization,
    'x-request-id': request.id,
    traceparent: traceparentOf(request),
    ...(typeof territory === 'string' && { 'x-territory': territory }),
  };
}

export function isProblem(made: object): made is Problem {
  return 'status' in made && 'detail' in made && 'type' in made;
}
