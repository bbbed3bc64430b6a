import { asyncapi } from './asyncapi';
import { eventsPage } from './events-page';
import { typeInWords } from './type-in-words';
import type { CatalogueEvent } from './catalogue';
import type { Schema } from '../contracts/released-contract';

const event: CatalogueEvent = {
  type: 'NeedIdentified',
  version: 1,
  topic: 'ccas.need',
  key: 'needId',
  summary: 'A need has a topic.',
  data: {
    type: 'object',
    properties: { needId: { type: 'string', format: 'uuid' }, district: { type: 'string' } },
    required: ['needId'],
  },
  comments: new Map([['district', 'Coarse | on purpose.']]),
  publishedBy: ['ccas'],
  reactions: [
    {
      service: 'legal-access',
      name: 'legal-access.file-request',
      type: 'NeedIdentified',
      version: 1,
      from: 'beginning',
    },
  ],
};

describe('the page of events', () => {
  const page = eventsPage([event, { ...event, type: 'NeedClosed', publishedBy: [], reactions: [] }]);

  it('says of each event who publishes, who hears, and what each field means', () => {
    expect(page).toContain('| [NeedIdentified](#needidentified-v1) | `ccas.need` | ccas | legal-access |');
    expect(page).toContain('| `needId` *key* | UUID |  |');
    expect(page).toContain('| `district` (optional) | text | Coarse \\| on purpose. |');
    expect(page).toContain('- `legal-access.file-request`, from the beginning of the topic');
  });

  it('does not hide that nobody publishes or hears an event', () => {
    expect(page).toContain('| [NeedClosed](#needclosed-v1) | `ccas.need` | nobody yet | nobody yet |');
    expect(page.match(/^## /gm)).toHaveLength(1);
  });
});

describe('the AsyncAPI document', () => {
  it('has a channel for each topic and resolves its own references', () => {
    const text = asyncapi([event], '0.1.0');
    const document = JSON.parse(text) as Record<string, unknown>;
    const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map((match) =>
      (match[1] ?? '').split('/'),
    );
    expect(references.length).toBeGreaterThan(2);
    for (const path of references) {
      const target = path.reduce<unknown>(
        (at, step) => (at as Record<string, unknown> | undefined)?.[step],
        document,
      );
      expect([path.join('/'), target]).toEqual([path.join('/'), expect.anything()]);
    }
  });
});

describe('a type in words', () => {
  it.each<[Schema, string]>([
    [{ type: 'string', enum: ['normal', 'urgent'] }, '`normal` or `urgent`'],
    [{ type: 'string', format: 'date' }, 'day'],
    [{ type: 'string', pattern: '^[a-z][a-z0-9-]{1,59}$' }, 'slug'],
    [{ type: 'string', maxLength: 120 }, 'text, at most 120 characters'],
    [{ type: 'integer', minimum: 1, maximum: 9007199254740991 }, 'whole number, at least 1'],
    [{ type: 'boolean' }, 'yes or no'],
    [{ type: 'array', items: { type: 'string', format: 'uuid' } }, 'list of UUID'],
    [{ type: 'object', properties: { a: { type: 'boolean' } } }, '{ `a` (optional): yes or no }'],
    [{ anyOf: [{ type: 'boolean' }, { const: 1 }] }, 'yes or no or `1`'],
  ])('%j', (schema, words) => expect(typeInWords(schema)).toBe(words));
});
