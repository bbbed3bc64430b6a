import { mergeDocuments, type ApiDocument } from './merge';

const operation = (schema: string, operationId = 'create') => ({
  post: {
    operationId,
    tags: ['Anything'],
    requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } },
  },
});
const problem = { type: 'object', properties: { detail: { type: 'string' } } };

describe('one description for the whole API', () => {
  const people = {
    paths: { '/persons': operation('Create') },
    components: { schemas: { Create: { type: 'object', properties: { name: {} } }, Problem: problem } },
  };
  const ccas = {
    paths: { '/needs': operation('Create'), '/': operation('Holder') },
    components: {
      schemas: {
        Create: { type: 'object', properties: { words: {} } },
        Holder: { properties: { inner: { $ref: '#/components/schemas/Create' } } },
        Problem: problem,
      },
    },
  };
  const merged = mergeDocuments(
    new Map<string, ApiDocument>([
      ['people', people],
      ['ccas', ccas],
    ]),
    ['legal-access'],
  );

  it('puts each service under its own path and tag', () => {
    expect(Object.keys(merged.paths!)).toEqual(['/api/people/persons', '/api/ccas/needs', '/api/ccas']);
    expect(merged.paths!['/api/people/persons']!['post']).toMatchObject({
      operationId: 'people.create',
      tags: ['Personnes'],
    });
  });

  it('keeps apart two schemas of one name, shares what is the same, and follows references', () => {
    expect(Object.keys(merged.components!['schemas']!).sort()).toEqual([
      'CcasCreate',
      'CcasHolder',
      'PeopleCreate',
      'Problem',
    ]);
    expect(JSON.stringify(merged.paths!['/api/ccas/needs'])).toContain('"#/components/schemas/CcasCreate"');
    expect(JSON.stringify(merged.components!['schemas']!['CcasHolder'])).toContain(
      '"#/components/schemas/CcasCreate"',
    );
    for (const [, name] of JSON.stringify(merged).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(merged.components!['schemas']).toHaveProperty(name!);
    }
  });

  it('keeps apart two schemas that are alike but refer to different ones', () => {
    const both = mergeDocuments(
      new Map<string, ApiDocument>([
        [
          'people',
          {
            ...people,
            components: { schemas: { ...people.components.schemas, Holder: ccas.components.schemas.Holder } },
          },
        ],
        ['ccas', ccas],
      ]),
      [],
    );
    expect(JSON.stringify(both.components!['schemas']!['PeopleHolder'])).toContain('PeopleCreate');
    expect(JSON.stringify(both.components!['schemas']!['CcasHolder'])).toContain('CcasCreate');
  });

  it('says which services are missing', () => {
    expect(JSON.stringify(merged['info'])).toContain('Ne répondent pas pour le moment : Accès au droit.');
  });
});
