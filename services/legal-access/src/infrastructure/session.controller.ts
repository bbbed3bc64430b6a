import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { addDays, parisDay } from '@passerelle/calendar';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import { Allow, Caller, Clock } from '@passerelle/platform';
import type { z } from 'zod';
import { SessionCommands } from '../application/session.commands';
import type { Session } from '../domain/session';
import { answer } from './request.controller';
import { id, listSessionsQuery, listSlotsQuery, versionBody, walkInBody } from './schemas';
import { SessionReads, shownSession } from './session.reads';

@Controller()
export class SessionController {
  constructor(
    private readonly commands: SessionCommands,
    private readonly reads: SessionReads,
    private readonly clock: Clock,
  ) {}

  @Get('sessions')
  @Allow('list', 'session')
  list(
    @Query({ schema: listSessionsQuery }) query: z.infer<typeof listSessionsQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.list(caller.territory, query, this.clock.now());
  }

  @Get('sessions/:id')
  @Allow('list', 'session')
  async one(@Param('id', { schema: id }) sessionId: string, @Caller() caller: Caller) {
    return (await this.reads.one(caller.territory, sessionId)) ?? unknown();
  }

  @Get('slots')
  @Allow('list', 'session')
  slots(@Query({ schema: listSlotsQuery }) query: z.infer<typeof listSlotsQuery>, @Caller() caller: Caller) {
    return this.reads.slots(caller.territory, query.topic, query.from, query.limit, this.clock.now());
  }

  @Get('today')
  @Allow('list', 'session')
  today(@Caller() caller: Caller) {
    return this.reads.dayList(caller.territory, parisDay(this.clock.now()));
  }

  @Get('tomorrow')
  @Allow('list', 'session')
  tomorrow(@Caller() caller: Caller) {
    return this.reads.dayList(caller.territory, addDays(parisDay(this.clock.now()), 1));
  }

  @Post('sessions/:id/cancel')
  @HttpCode(200)
  @Allow('cancel', 'session')
  async cancel(
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: versionBody }) { version }: z.infer<typeof versionBody>,
    @Caller() caller: Caller,
  ) {
    return sessionAnswer(await this.commands.cancel(caller.cause(), sessionId, version));
  }

  @Post('sessions/:id/close')
  @HttpCode(200)
  @Allow('cancel', 'session')
  async close(
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: versionBody }) { version }: z.infer<typeof versionBody>,
    @Caller() caller: Caller,
  ) {
    return sessionAnswer(await this.commands.close(caller.cause(), sessionId, version));
  }

  @Post('sessions/:id/walk-ins')
  @Allow('record-walk-in', 'session')
  async walkIn(
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: walkInBody }) body: z.infer<typeof walkInBody>,
    @Caller() caller: Caller,
  ) {
    const { id: needId, personId, topic } = body;
    return answer(await this.commands.walkIn(caller.cause(), sessionId, { needId, personId, topic }));
  }
}

function sessionAnswer(outcome: Loaded<Session> | Refusal) {
  if (isRefusal(outcome)) return outcome;
  const { id: _id, version, state } = outcome;
  return state.status === 'none' ? unknown() : shownSession({ _id, version, state });
}

const unknown = () => refuse('UnknownSession', 'Cette séance n’existe pas.');
