// Shared by the tests over HTTP; not a test itself: Jest takes `.int.spec.ts`, the build leaves out `.spec.ts`.
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { refuse } from '@passerelle/domain-kit';
import { startSignIn, type SignIn } from '@passerelle/testing';
import { Writable } from 'node:stream';
import { z } from 'zod';
import { Allow, AllowScope, Public } from '../auth/access';
import { Caller } from '../auth/caller';
import { defineFront } from '../define-service';
import { launchFront } from '../launch-front';
import { createLogger } from '../logging/logger';
import { Answers } from '../openapi/answers';
import { withDetails } from '../problems/problem';
import type { RunningService } from '../running-service';

const noteBody = z.strictObject({ id: z.uuid(), note: z.string().max(10_000) }).meta({ id: 'NoteThing' });
const listQuery = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(9).default(5),
    said: z.string().optional().describe('What it says.'),
  })
  .meta({ id: 'ListThings' });
const listedThings = z
  .strictObject({
    items: z.array(z.strictObject({ at: z.iso.datetime(), said: z.enum(['yes']).optional() })),
  })
  .meta({ id: 'ListedThings' });
const freeBody = z.record(z.string(), z.unknown());
export const id = '01a20c24-dc65-757c-9628-224d10b950dd';

@Controller('things')
class ThingsController {
  @Post()
  @Allow('list', 'parked-event')
  note(@Body({ schema: noteBody }) body: z.infer<typeof noteBody>, @Caller() caller: Caller) {
    return { id: body.id, sub: caller.sub, cause: caller.cause() };
  }

  @Post('free')
  @Public()
  free(@Body({ schema: freeBody }) body: z.infer<typeof freeBody>) {
    return { keys: Object.keys(body) };
  }

  @Get('mailbox')
  @AllowScope('contact-points:read')
  mailbox(@Caller() caller: Caller) {
    return { sub: caller.sub, territory: caller.territory };
  }

  @Get('search')
  @Public()
  search(@Query({ schema: z.strictObject({ q: z.string().max(50) }) }) query: { q: string }) {
    return { found: query.q.length };
  }

  @Get('listed')
  @Public()
  @Answers(listedThings)
  listed(@Query({ schema: listQuery }) { limit, said }: z.infer<typeof listQuery>) {
    return { items: [{ at: new Date(0), ...(said !== undefined && { said }) }].slice(0, limit) };
  }

  @Get('refused')
  @Public()
  refused() {
    return withDetails(refuse('SlotAlreadyTaken', 'Ce créneau est pris.'), { next: 'demain' });
  }

  @Get('broken')
  @Public()
  broken() {
    throw new Error('secret of the inside: claire.marchand@example.fr');
  }

  @Get('slow')
  @Public()
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return { done: true };
  }

  @Get('links/:token')
  @Public()
  link(@Param('token', { schema: z.string().max(2_000) }) token: string) {
    return { length: token.length };
  }
}

const things = defineFront({
  name: 'things',
  title: 'Choses',
  compose: () => ({ controllers: [ThingsController] }),
});

/** What the service logged. */
export const lines: string[] = [];
const kept = new Writable({
  write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()),
});

export const launch = (issuer: string) =>
  launchFront(
    things,
    { NODE_ENV: 'test', PORT: '0', OIDC_ISSUER: issuer },
    createLogger('things', 'debug', kept),
  );

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly json: Record<string, unknown> | undefined;
  readonly text: string;
}

export function expectProblem(answer: Answer, status: number, name: string): void {
  expect(answer.json).toMatchObject({
    status,
    name,
    instance: `urn:uuid:${answer.headers.get('x-request-id')}`,
  });
  expect(answer.status).toBe(status);
  expect(answer.type).toBe('application/problem+json; charset=utf-8');
}

/** The service of the tests, running with a sign-in server of its own. */
export async function startThings() {
  const signIn: SignIn = await startSignIn();
  const service: RunningService = await launch(signIn.issuer);

  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(service.url + path, init);
    const text = await response.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : undefined;
    const { status, headers } = response;
    return { status, type: headers.get('content-type'), headers, json, text };
  };
  const post = (body: string, headers: Record<string, string> = {}, path = '/things') =>
    call(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return {
    signIn,
    service,
    call,
    post,
    noting: (token: string, headers: Record<string, string> = {}) =>
      post(JSON.stringify({ id, note: 'x' }), { authorization: `Bearer ${token}`, ...headers }),
    admin: (over: object = {}) =>
      signIn.issueToken({ roles: ['administrator'], territories: ['91645'], sub: 'agent-1', ...over }),
    stop: async () => {
      await service.stop();
      await signIn.stop();
    },
  };
}

export type Things = Awaited<ReturnType<typeof startThings>>;
