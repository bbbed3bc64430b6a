import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noSession, sendProblem } from '../problem';
import { heardUntil } from '../session/session';
import { Sessions } from '../session/sessions';
import { BrowserStream } from './browser-stream';
import { LiveReaders } from './live-readers';

/** A token that could not be renewed ends soon: coming back at once would not help. */
const shortestMs = 5_000;

/** What happens, as it happens, to whoever is signed in: that it did, never what. The browser asks the service for the rest. */
@Controller('live')
@Public()
@ApiExcludeController()
export class LiveController {
  constructor(
    private readonly sessions: Sessions,
    private readonly readers: LiveReaders,
  ) {}

  @Get()
  async live(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const held = await this.sessions.of(request.headers.cookie);
    if (held.kind !== 'open') return void sendProblem(reply, noSession(held.kind));
    void reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
      // nginx would keep it back until its buffer is full.
      'x-accel-buffering': 'no',
      ...(held.setCookie !== undefined && { 'set-cookie': held.setCookie }),
    });
    const lastId = request.headers['last-event-id'];
    const stream = new BrowserStream(raw);
    const { roles, territories } = held.identity;
    const leave = this.readers.join(
      { sessionId: held.session.id, roles, territories, stream },
      typeof lastId === 'string' ? lastId : undefined,
    );
    // The browser comes back by itself, with what the sign-in server says of it by then.
    const over = setTimeout(() => stream.end(), Math.max(shortestMs, heardUntil(held.session) - Date.now()));
    raw.once('close', () => {
      clearTimeout(over);
      leave();
    });
  }
}
