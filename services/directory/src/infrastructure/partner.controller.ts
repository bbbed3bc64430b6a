import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import { Allow, AllowScope, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { PartnerCommands } from '../application/partner.commands';
import type { Partner } from '../domain/partner';
import { PartnerReads } from './partner.reads';
import { changePartnerBody, formOf, listPartnersQuery, registerPartnerBody } from './partner.schemas';

const id = z.uuid().toLowerCase();

@Controller('partners')
export class PartnerController {
  constructor(
    private readonly commands: PartnerCommands,
    private readonly reads: PartnerReads,
  ) {}

  @Post()
  @Allow('register', 'partner')
  async register(
    @Body({ schema: registerPartnerBody }) body: z.infer<typeof registerPartnerBody>,
    @Caller() caller: Caller,
  ) {
    return answer(await this.commands.register(caller.cause(), body.id, formOf(body)));
  }

  @Put(':id')
  @Allow('change', 'partner')
  async change(
    @Param('id', { schema: id }) partnerId: string,
    @Body({ schema: changePartnerBody }) body: z.infer<typeof changePartnerBody>,
    @Caller() caller: Caller,
  ) {
    return answer(await this.commands.change(caller.cause(), partnerId, body.version, formOf(body)));
  }

  @Get()
  @Allow('list', 'partner')
  list(
    @Query({ schema: listPartnersQuery }) query: z.infer<typeof listPartnersQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.list(caller.territory, query);
  }

  @Get(':id')
  @Allow('read', 'partner')
  async one(@Param('id', { schema: id }) partnerId: string, @Caller() caller: Caller) {
    return (await this.reads.one(caller.territory, partnerId)) ?? unknown();
  }

  @Get(':id/timeline')
  @Allow('read', 'partner')
  async timeline(@Param('id', { schema: id }) partnerId: string, @Caller() caller: Caller) {
    return (await this.reads.timeline(caller.territory, partnerId)) ?? unknown();
  }

  /** For `notifications`, at the moment a mail leaves: no event carries an address. */
  @Get(':id/contact')
  @AllowScope('contact-points:read')
  async contact(@Param('id', { schema: id }) partnerId: string) {
    return (await this.reads.contact(partnerId)) ?? unknown();
  }
}

function answer(outcome: { id: string; version: number; state: Partner } | Refusal) {
  return isRefusal(outcome) ? outcome : shown(outcome);
}

function shown({ id: partnerId, version, state }: { id: string; version: number; state: Partner }) {
  const { status: _status, ...profile } = state;
  return { id: partnerId, version, ...profile };
}

function unknown(): Refusal {
  return refuse('UnknownPartner', 'Ce partenaire n’est pas dans l’annuaire.');
}
