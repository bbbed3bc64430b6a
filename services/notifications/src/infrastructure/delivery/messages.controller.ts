import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { isRefusal } from '@passerelle/domain-kit';
import { Allow, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { DeliveryCommands } from '../../application/delivery.commands';
import { PreferenceCommands } from '../../application/preference.commands';
import { DeliveryReads } from './delivery.reads';

const id = z.uuid().toLowerCase();
const listMessagesQuery = z
  .strictObject({
    unread: z.stringbool().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .meta({ id: 'ListMessages' });

@Controller('messages')
export class MessagesController {
  constructor(
    private readonly commands: DeliveryCommands,
    private readonly reads: DeliveryReads,
    private readonly preferences: PreferenceCommands,
  ) {}

  @Get()
  @Allow('list', 'message')
  async list(
    @Query({ schema: listMessagesQuery }) query: z.infer<typeof listMessagesQuery>,
    @Caller() caller: Caller,
  ) {
    await this.preferences.knowRoles(caller.cause(), caller);
    return this.reads.messages(caller, query);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Allow('read', 'message')
  async read(@Param('id', { schema: id }) messageId: string, @Caller() caller: Caller) {
    const outcome = await this.commands.read(caller.cause(), messageId, caller);
    return isRefusal(outcome) ? outcome : { id: messageId, read: true };
  }
}
