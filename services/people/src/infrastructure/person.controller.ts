import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import { Allow, AllowScope, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { PersonCommands } from '../application/person.commands';
import { fileOf } from '../application/person-page';
import { PersonReads } from './person.reads';
import {
  changePersonBody,
  findPersonsQuery,
  idsList,
  makeCopyBody,
  matchPersonBody,
  mergePersonBody,
  recordConsentBody,
  registerPersonBody,
  unmergePersonBody,
} from './person.schemas';

const id = z.uuid().toLowerCase();

@Controller('persons')
export class PersonController {
  constructor(
    private readonly commands: PersonCommands,
    private readonly reads: PersonReads,
  ) {}

  @Post()
  @Allow('register', 'person')
  async register(
    @Body({ schema: registerPersonBody }) body: z.infer<typeof registerPersonBody>,
    @Caller() caller: Caller,
  ) {
    const outcome = await this.commands.register(caller.cause(), body);
    return isRefusal(outcome) ? outcome : fileOf(outcome);
  }

  /** Who this is, without creating anything. */
  @Post('match')
  @HttpCode(200)
  @Allow('find', 'person')
  match(@Body({ schema: matchPersonBody }) body: z.infer<typeof matchPersonBody>, @Caller() caller: Caller) {
    return this.reads.match(caller.territory, body);
  }

  /** `q` searches, `ids` names in bulk. */
  @Get()
  @Allow('find', 'person')
  find(
    @Query({ schema: findPersonsQuery }) query: z.infer<typeof findPersonsQuery>,
    @Caller() caller: Caller,
  ) {
    if (query.ids === undefined) return this.reads.find(caller.territory, query.q ?? '', query.limit);
    const ids = idsList.safeParse(query.ids.split(',').filter((one) => one !== ''));
    return ids.success
      ? this.reads.names(caller.territory, ids.data)
      : refuse('InvalidInput', 'Donnez au plus 200 identifiants, séparés par des virgules.', 'ids');
  }

  @Get(':id')
  @Allow('read', 'person')
  async page(@Param('id', { schema: id }) personId: string, @Caller() caller: Caller) {
    return (await this.reads.page(caller, personId)) ?? unknown();
  }

  @Patch(':id')
  @Allow('change', 'person')
  async change(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: changePersonBody }) { version, ...change }: z.infer<typeof changePersonBody>,
    @Caller() caller: Caller,
  ) {
    const outcome = await this.commands.change(caller.cause(), personId, version, change);
    return isRefusal(outcome) ? outcome : fileOf(outcome);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Allow('merge', 'person')
  async merge(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: mergePersonBody }) body: z.infer<typeof mergePersonBody>,
    @Caller() caller: Caller,
  ) {
    return short(await this.commands.merge(caller.cause(), { id: personId, ...body }));
  }

  @Post(':id/unmerge')
  @HttpCode(200)
  @Allow('merge', 'person')
  async unmerge(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: unmergePersonBody }) body: z.infer<typeof unmergePersonBody>,
    @Caller() caller: Caller,
  ) {
    return short(await this.commands.unmerge(caller.cause(), personId, body.version));
  }

  /** The gateway gathers what every service holds; here it is said that it was done, by whom and when. */
  @Post(':id/copies')
  @Allow('export', 'person')
  async makeCopy(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: makeCopyBody }) body: z.infer<typeof makeCopyBody>,
    @Caller() caller: Caller,
  ) {
    const outcome = await this.commands.makeCopy(caller.cause(), personId, body.id);
    return isRefusal(outcome) ? outcome : { id: body.id, personId, version: outcome.version };
  }

  @Post(':id/consents')
  @HttpCode(200)
  @Allow('record-consent', 'person')
  async consent(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: recordConsentBody }) body: z.infer<typeof recordConsentBody>,
    @Caller() caller: Caller,
  ) {
    return short(await this.commands.recordConsent(caller.cause(), { id: personId, ...body }));
  }

  /** Every id that this person has had: other services keep the one that they heard first. */
  @Get(':id/files')
  @Allow('find', 'person')
  async files(@Param('id', { schema: id }) personId: string, @Caller() caller: Caller) {
    return (await this.reads.files(caller.territory, personId)) ?? unknown();
  }

  @Get(':id/look-alikes')
  @Allow('find', 'person')
  async lookAlikes(@Param('id', { schema: id }) personId: string, @Caller() caller: Caller) {
    return (await this.reads.lookAlikes(caller.territory, personId)) ?? unknown();
  }

  @Get(':id/timeline')
  @Allow('read', 'person')
  async timeline(@Param('id', { schema: id }) personId: string, @Caller() caller: Caller) {
    return (await this.reads.timeline(caller.territory, personId)) ?? unknown();
  }

  /** For `notifications`, at the moment a mail leaves: no event carries an address. Agents read it on the person's page. */
  @Get(':id/contact-points')
  @AllowScope('contact-points:read')
  async contactPoints(@Param('id', { schema: id }) personId: string) {
    return (await this.reads.contactPoints(personId)) ?? unknown();
  }
}

function short(outcome: { id: string; version: number; state: object } | Refusal) {
  if (isRefusal(outcome)) return outcome;
  const { id: personId, version, state } = outcome;
  return { id: personId, version, ...state };
}

function unknown(): Refusal {
  return refuse('UnknownPerson', 'Cette personne n’est pas dans l’annuaire.');
}
