import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { inPlace, querySchemas } from './query-parameters';

const problemResponse = {
  description:
    'Refus ou erreur (RFC 9457) : `detail` est une phrase pour la personne, `name` le nom de la règle.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'name', 'instance'],
  properties: {
    type: { type: 'string', description: 'urn:passerelle:refus:<règle>' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'Phrase en français pour la personne' },
    name: { type: 'string', description: 'Nom de la règle, pour les programmes' },
    instance: { type: 'string', description: 'urn:uuid:<numéro de la demande>' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'sentence'],
        properties: { field: { type: 'string' }, sentence: { type: 'string' } },
      },
    },
  },
  additionalProperties: true,
};

/** OpenAPI of a service's routes, from their zod schemas; every operation may answer a problem detail. */
export function apiDocument(
  app: INestApplication,
  title: string,
  controllers: readonly Type[],
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(`Passerelle — ${title}`)
    .setDescription(
      'Les refus et les erreurs suivent la RFC 9457. En-tête `x-territory` : code INSEE du territoire concerné.',
    )
    .setVersion('1')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'Jeton d’accès OpenID Connect',
    })
    .build();
  const queries = querySchemas(controllers);
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema) => (queries.has(schema) ? inPlace(schema) : undefined),
  });
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: problemSchema } as never;
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: Record<string, unknown> }>)) {
      if (operation.responses) operation.responses['default'] = problemResponse;
    }
  }
  return document;
}
