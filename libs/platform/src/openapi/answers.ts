import {
  applyDecorators,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { isRefusal } from '@passerelle/domain-kit';
import { map } from 'rxjs';
import type { z } from 'zod';

const answersKey = 'passerelle:answers';

/**
 * What a route answers when it does not refuse, as JSON: instants are texts. It describes the API; in tests each answer is
 * held against it, so that a description cannot lie for long. `status`: 201 for a creation.
 */
export function Answers(schema: z.ZodType, status = 200): MethodDecorator {
  return applyDecorators(
    SetMetadata(answersKey, schema),
    ApiResponse({ status, description: '', standardSchema: schema as never }),
  );
}

/** For tests: an answer of another shape than it says is an error of the service. */
export class AnswerCheck implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const handler = context.getHandler();
    const schema = Reflect.getMetadata(answersKey, handler) as z.ZodType | undefined;
    if (!schema) return next.handle();
    const route = `${context.getClass().name}.${handler.name}`;
    return next.handle().pipe(map((value: unknown) => checked(route, schema, value)));
  }
}

function checked(route: string, schema: z.ZodType, value: unknown): unknown {
  // With @Res() the route sends by itself.
  if (value === undefined || isRefusal(value)) return value;
  const read = schema.safeParse(JSON.parse(JSON.stringify(value)));
  if (read.success) return value;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${route} answers another shape than it says: ${wrong.join('; ')}`);
}
