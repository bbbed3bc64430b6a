import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { invalidInput } from '../problems/problem-error';
import { forbiddenKey } from './forbidden-key';
import { fieldErrors, frenchSentence } from './french-issues';

const nothingSent = 'La demande est vide.';

/**
 * Checks what a route takes against the zod schema of its decorator, as Nest's own pipe does, but answers in French by field.
 */
export class InputPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return value;
    const key = forbiddenKey(value);
    if (key)
      throw invalidInput([{ field: key.join('.'), sentence: 'Cette information n’est pas acceptée.' }]);
    if (!(schema instanceof z.ZodType)) return value;
    if (type === 'body' && (value === undefined || value === null) && !schema.safeParse(value).success) {
      throw invalidInput([{ field: '', sentence: nothingSent }]);
    }
    const read = await schema.safeParseAsync(value, { error: frenchSentence });
    if (read.success) return read.data;
    const errors = fieldErrors(read.error);
    // A single parameter (`@Param('id')`) is its own field.
    throw invalidInput(
      data === undefined ? errors : errors.map((error) => ({ ...error, field: error.field || data })),
    );
  }
}
