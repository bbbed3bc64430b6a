import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { AccessLog, type AccessEntry } from '../access-log/access-log';
import { Allow } from '../auth/access';
import { Caller } from '../auth/caller';
import type { FindHeld, HeldPart } from './held';

const id = z.uuid().toLowerCase();
const heldQuery = z
  .strictObject({
    also: z
      .string()
      .max(2_000)
      .transform((list) => list.split(',').filter((one) => one !== ''))
      .pipe(z.array(id).max(50))
      .optional()
      .describe('The ids of files merged into this one, separated by commas.'),
  })
  .meta({ id: 'AskHeld' });

/** What the service itself holds, beside who read it. */
export class HeldHere {
  constructor(readonly find: FindHeld) {}
}

/** Everything that this service holds about a person, for the copy that they asked for. The reading is journaled first. */
@Controller('persons')
export class HeldController {
  constructor(
    private readonly here: HeldHere,
    private readonly accessLog: AccessLog,
  ) {}

  @Get(':id/held')
  @Allow('export', 'person')
  async held(
    @Param('id', { schema: id }) personId: string,
    @Query({ schema: heldQuery }) { also = [] }: z.infer<typeof heldQuery>,
    @Caller() caller: Caller,
  ) {
    const ids = [...new Set([personId, ...also])];
    await this.accessLog.record(caller, { subject: 'person', id: personId, why: 'export' });
    const parts = await this.here.find(caller.territory, ids);
    return { parts: [...parts, await this.readings(caller.territory, ids)].filter(hasItems) };
  }

  /** Which service opened their files, when and why: the law gives them that, and not the names of its agents. */
  private async readings(territory: string, personIds: readonly string[]): Promise<HeldPart> {
    const { items } = await this.accessLog.list(territory, { personIds, limit: mostReadings });
    return {
      title: 'Consultations de votre dossier',
      because: 'Chaque ouverture d’un dossier est notée, pour que la ville sache qui l’a lu et pourquoi.',
      items: items.map(({ _id, at, why }) => ({ id: _id, at, title: reasonOf(why), facts: [] })),
    };
  }
}

const mostReadings = 5_000;
const hasItems = ({ items }: HeldPart) => items.length > 0;

const reasons: Readonly<Record<AccessEntry['why'], string>> = {
  'open-file': 'Un agent a ouvert votre dossier',
  'open-timeline': 'Un agent a ouvert l’historique de votre dossier',
  'phone-list': 'Vos coordonnées ont été lues pour vous appeler',
  'in-person-list': 'Votre nom a été lu pour vous prévenir de vive voix',
  letter: 'Un courrier pour vous a été préparé',
  export: 'Une copie de vos données a été préparée',
};
const reasonOf = (why: string) => reasons[why] ?? 'Votre dossier a été lu';
