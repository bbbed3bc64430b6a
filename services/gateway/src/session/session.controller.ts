import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { allowedActs, Public } from '@passerelle/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../pages/send-page';
import { foreignOrigin, noSession, sendProblem } from '../problem';
import { OwnOrigin } from './own-origin';
import { returnPath } from './return-path';
import { endOf } from './session';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { signInFailedPage, signInSilentPage } from './sign-in.page';

/** Signing in and out, and who is signed in. The browser holds one cookie that it cannot read. */
@Controller('session')
@Public()
@ApiExcludeController()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly own: OwnOrigin,
  ) {}

  /** Who is signed in, until when, and the acts that their roles allow in their territories. */
  @Get()
  async who(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const held = await this.sessions.of(request.headers.cookie);
    if (held.kind !== 'open') return void sendProblem(reply, noSession(held.kind));
    const { sub, name, roles, territories } = held.identity;
    if (held.setCookie) void reply.header('set-cookie', held.setCookie);
    const expiresAt = new Date(endOf(held.session)).toISOString();
    void reply.send({ sub, name, roles, territories, may: allowedActs(roles), expiresAt });
  }

  @Get('sign-in')
  async begin(
    @Req() request: FastifyRequest,
    @Query('to') asked: unknown,
    @Query('here') here: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = returnPath(asked);
    // The way back leads to the public address: begun under another name of ours, its cookie would not be there. Once only: a
    // proxy may hide the name that the browser uses.
    if (request.headers.host !== this.own.url.host && here === undefined) {
      const again = new URL(`/session/sign-in?${new URLSearchParams({ to, here: '1' })}`, this.own.url);
      return void reply.redirect(again.href, 303);
    }
    const onward = await this.signIn.begin(to);
    if (!onward) return sendPage(reply, 503, signInSilentPage(to));
    void reply.header('set-cookie', onward.setCookies).redirect(onward.to, 303);
  }

  @Get('callback')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new URL(request.url, this.own.url).search;
    const onward = await this.signIn.finish(request.headers.cookie, query);
    if (!onward) return sendPage(reply, 400, signInFailedPage('/'));
    void reply.header('set-cookie', onward.setCookies).redirect(onward.to, 303);
  }

  /** A script is told where to go on to; a form is sent there. */
  @Post('sign-out')
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.own.sent(request.headers)) return void sendProblem(reply, foreignOrigin());
    const held = await this.sessions.of(request.headers.cookie);
    const { to, setCookies } = await this.signIn.leave(held.kind === 'open' ? held.session : undefined);
    void reply.header('set-cookie', setCookies);
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    if (isForm) return void reply.redirect(to, 303);
    void reply.code(200).send({ to });
  }
}
