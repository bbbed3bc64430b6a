import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import { AccessLog, Allow, Caller, Clock } from '@passerelle/platform';
import type { z } from 'zod';
import { RequestCommands } from '../application/request.commands';
import type { Request } from '../domain/request';
import { RequestReads, shownRequest } from './request.reads';
import {
  attendanceBody,
  cancelAppointmentBody,
  chooseSlotBody,
  id,
  listRequestsQuery,
  versionBody,
} from './schemas';

@Controller('requests')
export class RequestController {
  constructor(
    private readonly commands: RequestCommands,
    private readonly reads: RequestReads,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('list', 'request')
  list(
    @Query({ schema: listRequestsQuery }) query: z.infer<typeof listRequestsQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.list(caller.territory, query, this.clock.now());
  }

  @Get(':needId')
  @Allow('read', 'request')
  async one(@Param('needId', { schema: id }) needId: string, @Caller() caller: Caller) {
    const found = await this.reads.one(caller.territory, needId);
    if (!found) return unknown();
    await this.journalRead(caller, found, 'open-file');
    return found;
  }

  @Get(':needId/timeline')
  @Allow('read', 'request')
  async timeline(@Param('needId', { schema: id }) needId: string, @Caller() caller: Caller) {
    const found = await this.reads.one(caller.territory, needId);
    if (!found) return unknown();
    await this.journalRead(caller, found, 'open-timeline');
    const timeline = await this.reads.timeline(caller.territory, needId);
    if (!timeline) return unknown();
    const names = await this.accessLog.namesOf(timeline.items.flatMap(({ actor }) => actor ?? []));
    const items = timeline.items.map((item) => ({ ...item, actorName: names.get(item.actor ?? '') }));
    return { ...timeline, items };
  }

  @Post(':needId/confirm')
  @HttpCode(200)
  @Allow('change-appointment', 'request')
  async confirm(
    @Param('needId', { schema: id }) needId: string,
    @Body({ schema: versionBody }) { version }: z.infer<typeof versionBody>,
    @Caller() caller: Caller,
  ) {
    const found = await this.reads.one(caller.territory, needId);
    if (!found) return unknown();
    const appointmentId = found.status === 'placed' ? found.appointment.appointmentId : '';
    return answer(
      await this.commands.order(caller.cause(), needId, { type: 'Confirm', appointmentId }, version),
    );
  }

  @Post(':needId/cancel-appointment')
  @HttpCode(200)
  @Allow('change-appointment', 'request')
  async cancel(
    @Param('needId', { schema: id }) needId: string,
    @Body({ schema: cancelAppointmentBody }) body: z.infer<typeof cancelAppointmentBody>,
    @Caller() caller: Caller,
  ) {
    const order = { type: 'Cancel', by: 'agent', wantsAnother: body.wantsAnother } as const;
    return answer(await this.commands.order(caller.cause(), needId, order, body.version));
  }

  @Post(':needId/move')
  @HttpCode(200)
  @Allow('change-appointment', 'request')
  async move(
    @Param('needId', { schema: id }) needId: string,
    @Body({ schema: chooseSlotBody }) { version, ...chosen }: z.infer<typeof chooseSlotBody>,
    @Caller() caller: Caller,
  ) {
    return answer(await this.commands.move(caller.cause(), needId, chosen, version));
  }

  @Post(':needId/book')
  @HttpCode(200)
  @Allow('change-appointment', 'request')
  async book(
    @Param('needId', { schema: id }) needId: string,
    @Body({ schema: chooseSlotBody }) { version, ...chosen }: z.infer<typeof chooseSlotBody>,
    @Caller() caller: Caller,
  ) {
    return answer(await this.commands.book(caller.cause(), needId, chosen, version));
  }

  @Post(':needId/attendance')
  @HttpCode(200)
  @Allow('record-attendance', 'request')
  async attendance(
    @Param('needId', { schema: id }) needId: string,
    @Body({ schema: attendanceBody }) { attendance, version }: z.infer<typeof attendanceBody>,
    @Caller() caller: Caller,
  ) {
    return answer(await this.commands.order(caller.cause(), needId, { type: 'Attend', attendance }, version));
  }

  @Post(':needId/return')
  @HttpCode(200)
  @Allow('return', 'request')
  async giveBack(
    @Param('needId', { schema: id }) needId: string,
    @Body({ schema: versionBody }) { version }: z.infer<typeof versionBody>,
    @Caller() caller: Caller,
  ) {
    const order = { type: 'Return', because: 'agent-decision' } as const;
    return answer(await this.commands.order(caller.cause(), needId, order, version));
  }

  private journalRead(
    caller: Caller,
    { needId: id, personId }: ReturnType<typeof shownRequest>,
    why: string,
  ) {
    return this.accessLog.record(caller, { subject: 'legal-access-request', id, personId, why });
  }
}

export function answer(outcome: Loaded<Request> | Refusal) {
  if (isRefusal(outcome)) return outcome;
  const { id: _id, version, state } = outcome;
  return state.status === 'none' ? unknown() : shownRequest({ _id, version, state });
}

const unknown = () => refuse('UnknownRequest', 'Cette demande n’existe pas ici.');
