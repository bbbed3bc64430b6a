import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { isRefusal } from '@passerelle/domain-kit';
import { map, type Observable } from 'rxjs';
import { refused } from './problem-error';

/** A controller returns what its use case returned; a refusal becomes a problem detail. */
export class RefusalInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((result: unknown) => {
        if (isRefusal(result)) throw refused(result);
        return result;
      }),
    );
  }
}
