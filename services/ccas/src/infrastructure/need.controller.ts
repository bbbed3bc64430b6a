import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { refuse, type Refusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import { AccessLog, Allow, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { NeedCommands } from '../application/need.commands';
import type { Need } from '../domain/need';
import { AgentNames } from './agent-names';
import { NeedReads } from './need.reads';
import {
  addNoteBody,
  classifyNeedBody,
  closeNeedBody,
  identifyNeedBody,
  listNeedsQuery,
  reorientNeedBody,
  toClassifyQuery,
  withdrawNeedBody,
} from './need.schemas';
import { answerOf } from './need.view';

const id = z.uuid().toLowerCase();

@Controller('needs')
export class NeedController {
  constructor(
    private readonly commands: NeedCommands,
    private readonly reads: NeedReads,
    private readonly names: AgentNames,
    private readonly accessLog: AccessLog,
  ) {}

  @Post()
  @Allow('identify', 'need')
  identify(
    @Body({ schema: identifyNeedBody }) body: z.infer<typeof identifyNeedBody>,
    @Caller() caller: Caller,
  ) {
    const { id: needId, ...form } = body;
    return this.act(caller, () => this.commands.identify(caller.cause(), needId, form));
  }

  @Get()
  @Allow('list', 'need')
  list(@Query({ schema: listNeedsQuery }) query: z.infer<typeof listNeedsQuery>, @Caller() caller: Caller) {
    return this.reads.list(caller.territory, query, mayReadWords(caller));
  }

  @Get('to-classify')
  @Allow('read', 'need')
  toClassify(
    @Query({ schema: toClassifyQuery }) { limit }: z.infer<typeof toClassifyQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.toClassify(caller.territory, limit);
  }

  @Get('waiting-services')
  @Allow('list', 'need')
  waitingServices(@Caller() caller: Caller) {
    return this.reads.waitingServices(caller.territory);
  }

  /** With the notes: who opened the file is journaled before it is answered. */
  @Get(':id')
  @Allow('read', 'need')
  async one(@Param('id', { schema: id }) needId: string, @Caller() caller: Caller) {
    const found = await this.reads.one(caller.territory, needId);
    if (!found) return unknown();
    const { personId } = found;
    await this.accessLog.record(caller, { subject: 'need', id: needId, personId, why: 'open-file' });
    return found;
  }

  @Get(':id/timeline')
  @Allow('follow', 'need')
  async timeline(@Param('id', { schema: id }) needId: string, @Caller() caller: Caller) {
    return (await this.reads.timeline(caller.territory, needId)) ?? unknown();
  }

  @Get(':id/chain')
  @Allow('follow', 'need')
  async chain(@Param('id', { schema: id }) needId: string, @Caller() caller: Caller) {
    return (await this.reads.chain(caller.territory, needId)) ?? unknown();
  }

  @Post(':id/classify')
  @Allow('change', 'need')
  classify(
    @Param('id', { schema: id }) needId: string,
    @Body({ schema: classifyNeedBody }) { version, topic }: z.infer<typeof classifyNeedBody>,
    @Caller() caller: Caller,
  ) {
    return this.act(caller, () => this.commands.classify(caller.cause(), { id: needId, version }, topic));
  }

  @Post(':id/reorient')
  @Allow('change', 'need')
  reorient(
    @Param('id', { schema: id }) needId: string,
    @Body({ schema: reorientNeedBody }) { version, topic, reason }: z.infer<typeof reorientNeedBody>,
    @Caller() caller: Caller,
  ) {
    return this.act(caller, () =>
      this.commands.reorient(caller.cause(), { id: needId, version }, topic, reason),
    );
  }

  @Post(':id/withdraw')
  @Allow('change', 'need')
  withdraw(
    @Param('id', { schema: id }) needId: string,
    @Body({ schema: withdrawNeedBody }) { version, reason }: z.infer<typeof withdrawNeedBody>,
    @Caller() caller: Caller,
  ) {
    return this.act(caller, () => this.commands.withdraw(caller.cause(), { id: needId, version }, reason));
  }

  @Post(':id/close')
  @Allow('change', 'need')
  close(
    @Param('id', { schema: id }) needId: string,
    @Body({ schema: closeNeedBody }) { version, outcome }: z.infer<typeof closeNeedBody>,
    @Caller() caller: Caller,
  ) {
    return this.act(caller, () => this.commands.close(caller.cause(), { id: needId, version }, outcome));
  }

  @Post(':id/notes')
  @Allow('change', 'need')
  addNote(
    @Param('id', { schema: id }) needId: string,
    @Body({ schema: addNoteBody }) { id: noteId, text }: z.infer<typeof addNoteBody>,
    @Caller() caller: Caller,
  ) {
    return this.act(caller, () => this.commands.addNote(caller.cause(), needId, noteId, text));
  }

  private async act(caller: Caller, command: () => Promise<Loaded<Need> | Refusal>) {
    await this.names.remember(caller);
    return answerOf(await command(), this.reads.now());
  }
}

/** A supervisor follows the queues; what residents said is for those who help them. */
function mayReadWords({ roles }: Caller): boolean {
  return roles.includes('ccas-worker') || roles.includes('ccas-officer');
}

function unknown(): Refusal {
  return refuse('UnknownNeed', 'Ce besoin n’existe pas, ou il appartient à un autre territoire.');
}
