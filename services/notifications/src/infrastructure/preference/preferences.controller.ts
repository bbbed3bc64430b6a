import { Body, Controller, Get, Put } from '@nestjs/common';
import { isRefusal } from '@passerelle/domain-kit';
import type { Loaded } from '@passerelle/messaging';
import { Allow, Caller } from '@passerelle/platform';
import { z } from 'zod';
import { PreferenceCommands, preferenceId } from '../../application/preference.commands';
import { mailChoices, type MailPreference } from '../../domain/mail-preference';
import { choiceOf } from '../../domain/mail-preference.decide';
import { PreferenceReads } from './preference.reads';

const setBody = z
  .strictObject({
    version: z.int().min(0),
    choice: z.enum(mailChoices),
    mail: z.email().max(254).optional().describe('Left out: the address that is known already.'),
  })
  .meta({ id: 'SetMailPreference' });

/** Each agent's own. */
@Controller('preferences')
export class PreferencesController {
  constructor(
    private readonly commands: PreferenceCommands,
    private readonly reads: PreferenceReads,
  ) {}

  @Get('mail')
  @Allow('read', 'mail-preference')
  async mail(@Caller() caller: Caller) {
    const id = preferenceId(caller.territory, caller.sub);
    return shown(await this.reads.preference(id), await this.reads.mailbox(id));
  }

  @Put('mail')
  @Allow('set', 'mail-preference')
  async setMail(@Body({ schema: setBody }) body: z.infer<typeof setBody>, @Caller() caller: Caller) {
    const outcome = await this.commands.set(caller.cause(), caller, body);
    return isRefusal(outcome) ? outcome : shown(outcome, await this.reads.mailbox(outcome.id));
  }
}

/** Nobody who has said nothing is written to; what is proposed is the morning. */
function shown(preference: Loaded<MailPreference> | undefined, mail: string | undefined) {
  const state = preference?.state ?? { status: 'none' };
  return {
    version: preference?.version ?? 0,
    choice: choiceOf(state) ?? (mail === undefined ? 'never' : 'digest'),
    mail,
    refused: state.status === 'silent' && state.refused,
    ...('nextAt' in state && { nextAt: state.nextAt }),
  };
}
