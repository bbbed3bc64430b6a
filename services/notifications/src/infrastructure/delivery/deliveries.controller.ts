import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { isRefusal } from '@passerelle/domain-kit';
import { Allow, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { DeliveryCommands } from '../../application/delivery.commands';
import { deliveryStatuses, waysToTell } from '../../domain/delivery';
import { DeliveryReads } from './delivery.reads';

const id = z.uuid().toLowerCase();
const idList = z
  .string()
  .max(2_000)
  .transform((ids) => ids.split(',').filter((one) => one !== ''))
  .pipe(z.array(id).min(1).max(50));
const listDeliveriesQuery = z
  .strictObject({
    status: z.enum(deliveryStatuses).optional(),
    needId: z.uuid().toLowerCase().optional(),
    permanenceRequestId: z.uuid().toLowerCase().optional(),
    personId: idList.optional().describe('A person, by the ids of all their files, separated by commas.'),
    outside: z.stringbool().optional().describe('Only what leaves the house: not the messages in an inbox.'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .meta({ id: 'ListDeliveries' });
const toTellQuery = z
  .strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) })
  .meta({ id: 'ListPeopleToTell' });
const retryBody = z.strictObject({ version: z.int().min(1) }).meta({ id: 'RetryDelivery' });
const toldBody = z.strictObject({ how: z.enum(waysToTell) }).meta({ id: 'SayTold' });

@Controller()
export class DeliveriesController {
  constructor(
    private readonly commands: DeliveryCommands,
    private readonly reads: DeliveryReads,
  ) {}

  @Get('to-phone')
  @Allow('list', 'person-to-tell')
  toPhone(@Query({ schema: toTellQuery }) query: z.infer<typeof toTellQuery>, @Caller() caller: Caller) {
    return this.reads.toTell(caller, 'phone-list', query.limit);
  }

  @Get('in-person')
  @Allow('list', 'person-to-tell')
  inPerson(@Query({ schema: toTellQuery }) query: z.infer<typeof toTellQuery>, @Caller() caller: Caller) {
    return this.reads.toTell(caller, 'in-person-list', query.limit);
  }

  @Get('deliveries')
  @Allow('list', 'delivery')
  list(
    @Query({ schema: listDeliveriesQuery }) query: z.infer<typeof listDeliveriesQuery>,
    @Caller() caller: Caller,
  ) {
    return this.reads.deliveries(caller, query);
  }

  @Post('deliveries/:id/done')
  @HttpCode(200)
  @Allow('tell', 'delivery')
  async done(
    @Param('id', { schema: id }) deliveryId: string,
    @Body({ schema: toldBody }) body: z.infer<typeof toldBody>,
    @Caller() caller: Caller,
  ) {
    const outcome = await this.commands.tell(caller.cause(), deliveryId, caller.sub, body.how);
    return isRefusal(outcome)
      ? outcome
      : { id: deliveryId, version: outcome.version, status: outcome.state.status };
  }

  @Post('deliveries/:id/retry')
  @HttpCode(200)
  @Allow('retry', 'delivery')
  async retry(
    @Param('id', { schema: id }) deliveryId: string,
    @Body({ schema: retryBody }) { version }: z.infer<typeof retryBody>,
    @Caller() caller: Caller,
  ) {
    const outcome = await this.commands.retry(caller.cause(), deliveryId, version, caller.sub);
    return isRefusal(outcome)
      ? outcome
      : { id: deliveryId, version: outcome.version, status: outcome.state.status };
  }

  @Get('deliveries/:id/letter')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Allow('tell', 'delivery')
  letter(@Param('id', { schema: id }) deliveryId: string, @Caller() caller: Caller) {
    return this.reads.letter(caller, deliveryId);
  }
}
