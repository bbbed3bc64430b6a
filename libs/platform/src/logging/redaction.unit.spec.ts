import { Writable } from 'node:stream';
import fc from 'fast-check';
import { createLogger } from './logger';
import { readableLines } from './readable-lines';
import { describeError, scrub, withoutPersonalFields } from './redaction';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const into = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  write(createLogger('things', 'debug', into));
  return lines.join('');
}

describe('what is logged', () => {
  it('is one JSON object a line, with service, level and time', () => {
    expect(JSON.parse(logged((logger) => logger.info({ needId: 'n1' }, 'filed')))).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      service: 'things',
      needId: 'n1',
      msg: 'filed',
    });
  });

  it.each([
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'body',
    'firstName',
    'lastName',
    'name',
    'phone',
    'email',
    'note',
    'words',
    'address',
    'token',
    'birthDate',
  ])('blanks the field %s wherever it is nested', (field) => {
    const line = logged((logger) => {
      logger.info({ [field]: 'Marchand' }, 'a');
      logger.info({ req: { headers: { [field]: 'Marchand' } } }, 'b');
      logger.info({ items: [{ deep: [{ [field]: { value: 'Marchand' } }] }] }, 'c');
      logger.child({ about: { [field]: 'Marchand' } }).info('d');
    });
    expect(line).not.toContain('Marchand');
    expect(line.match(/\[redacted\]/g)!.length).toBeGreaterThanOrEqual(3);
  });

  it('keeps nothing below six levels', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: { firstName: 'Marchand' } } } } } } } };
    expect(JSON.stringify(withoutPersonalFields(deep))).not.toContain('Marchand');
  });

  it.each([
    'claire.marchand@example.fr',
    '06 12 34 56 78',
    '0612345678',
    '+33 6 12 34 56 78',
    '+33(0)6.12.34.56.78',
    '0033612345678',
    'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IngifQ.c2lnbmF0dXJl',
  ])('blanks %s anywhere in a line, even in a sentence', (value) => {
    expect(logged((logger) => logger.info({ why: `for ${value}, twice` }, `said ${value}.`))).not.toContain(
      value,
    );
  });

  it('blanks a signed link', () => {
    const link = '/p/eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IngifQ.c2ln-_bmF0dXJl';
    expect(logged((logger) => logger.warn({ url: link }, link))).not.toMatch(/eyJ|c2ln/);
  });

  it('leaves ids, instants and counts alone', () => {
    fc.assert(
      fc.property(
        fc.uuid({ version: [4, 7] }),
        fc.date({ noInvalidDate: true }),
        fc.nat({ max: 2_000_000_000_000 }),
        (id, at, count) => {
          const line = JSON.stringify({ id, at, count });
          expect(scrub(line)).toBe(line);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never shows the values that drivers put in their errors', () => {
    const duplicate = Object.assign(
      new Error(
        'E11000 duplicate key error collection: p.details index: phone_1 dup key: { phone: "Marchand" }',
      ),
      { code: 11000, keyValue: { phone: 'Marchand' } },
    );
    const cast = new Error('Cast to date failed for value "Marchand" (type string) at path "birthDate"');
    const wrapped = new Error('outer', { cause: duplicate });
    for (const error of [duplicate, cast, wrapped]) {
      expect(JSON.stringify(describeError(error))).not.toContain('Marchand');
      expect(logged((logger) => logger.error({ err: error }, 'failed'))).not.toContain('Marchand');
      expect(logged((logger) => logger.error(error))).not.toContain('Marchand');
    }
    expect(describeError(duplicate)).toMatchObject({ type: 'Error', code: 11000 });
  });

  it('reads well on a terminal', () => {
    const written: string[] = [];
    const logger = createLogger('ccas', 'info', readableLines({ write: (text) => written.push(text) }));
    logger.warn({ attempts: 3 }, 'MongoDB does not answer');
    logger.error({ err: new Error('broken') }, 'failed');
    expect(written[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}ccas: MongoDB does not answer \{"attempts":3\}\n$/);
    expect(written[1]).toMatch(/failed\nError: broken\n/);
  });
});
