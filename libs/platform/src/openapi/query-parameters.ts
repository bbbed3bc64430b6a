import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { handlersOf } from '../auth/undeclared-routes';

type JsonSchema = Readonly<Record<string, unknown>>;

/** `@Query({ schema })` of these controllers. */
export function querySchemas(controllers: readonly Type[]): ReadonlySet<unknown> {
  return new Set(
    controllers.flatMap((controller) =>
      handlersOf(controller).flatMap(([name]) => {
        const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
          string,
          { readonly data?: unknown; readonly schema?: unknown }
        >;
        return Object.entries(taken).flatMap(([key, { data, schema }]) =>
          key.startsWith(`${RouteParamtypes.QUERY}:`) && data === undefined && schema ? [schema] : [],
        );
      }),
    ),
  );
}

/**
 * A named schema is described as a reference, which no parameter can be: Nest's swagger then leaves the query out. Written in
 * place, its properties become the parameters.
 */
export function inPlace(schema: unknown): { schema: JsonSchema } | undefined {
  const { jsonSchema } = (schema as StandardSchema)['~standard'];
  const { $defs, definitions = $defs, ...root } = jsonSchema.input({ target: 'openapi-3.0' });
  const name = typeof root['$ref'] === 'string' ? root['$ref'].split('/').at(-1) : undefined;
  const named = name === undefined ? root : (definitions as Record<string, JsonSchema>)[name];
  return named && { schema: named };
}

interface StandardSchema {
  readonly '~standard': { readonly jsonSchema: { input(options: { target: string }): JsonSchema } };
}
