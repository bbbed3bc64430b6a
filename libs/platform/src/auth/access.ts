import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExcludeController, ApiExtension } from '@nestjs/swagger';
import type { ActionOn, Subject } from '../rights/table';

/** What a route asks of its caller. Every route says one of the three; a route that says nothing is refused at boot. */
export type Access =
  | { readonly kind: 'public'; readonly beforeReady?: true }
  | { readonly kind: 'right'; readonly action: string; readonly subject: string }
  | { readonly kind: 'scope'; readonly scope: string };

export const accessKey = 'passerelle:access';

const declare = (access: Access) => SetMetadata(accessKey, access);

/** Agents whose role has this row of the rights table, in the territory of the request. */
export function Allow<S extends Subject>(action: ActionOn<S>, subject: S): MethodDecorator & ClassDecorator {
  return applyDecorators(
    declare({ kind: 'right', action, subject }),
    ApiBearerAuth(),
    ApiExtension('x-right', { action, subject }),
  );
}

/** Machines whose token has this scope. */
export function AllowScope(scope: string): MethodDecorator & ClassDecorator {
  return applyDecorators(declare({ kind: 'scope', scope }), ApiBearerAuth(), ApiExtension('x-scope', scope));
}

/** No token: for what proves itself otherwise, such as a signed link. */
export function Public(): MethodDecorator & ClassDecorator {
  return declare({ kind: 'public' });
}

/** Public, and answered even while the service waits for its database: health, metrics, the API's description. */
export function Infrastructure(): MethodDecorator & ClassDecorator {
  return applyDecorators(declare({ kind: 'public', beforeReady: true }), ApiExcludeController());
}
