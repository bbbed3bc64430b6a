import { z } from 'zod';
import { defineEvent, id, slug } from './define';

export const FieldServed = defineEvent({
  type: 'FieldServed',
  version: 1,
  topic: 'platform.served-field',
  key: 'servedFieldId',
  summary: 'A service takes the needs of a field from now on; those that waited for it start their promise.',
  schema: z.object({ servedFieldId: id(), field: slug(), service: slug() }),
});

export const servedFieldContracts = [FieldServed];
