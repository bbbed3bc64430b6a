import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { refuse } from '@passerelle/domain-kit';
import type { FastifyRequest } from 'fastify';
import { invalidInput, notSignedIn, refused, unavailable } from '../problems/problem-error';
import { coveredBy, rightsOf } from '../rights/rights';
import { accessKey, type Access } from './access';
import type { BearerTokens, Identity } from './bearer';
import { traceparentOf } from '../tracing/request-trace';
import { rememberCaller, type Caller } from './caller';

/** Nothing passes without a declared access, a good token, the right and the territory. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly tokens: BearerTokens,
    /** False until the service's own storage is there: routes of the trade answer 503 until then. */
    private readonly ready: () => boolean,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context);
    if (access.kind === 'public' && access.beforeReady) return true;
    if (access.kind !== 'public') {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const identity = await this.tokens.verify(bearerOf(request));
      rememberCaller(request, allowed(access, identity, request));
    }
    if (!this.ready()) throw unavailable('ServiceStarting', 'Le service démarre. Réessayez dans un instant.');
    return true;
  }
}

function accessOf(context: ExecutionContext): Access {
  const access = (Reflect.getMetadata(accessKey, context.getHandler()) ??
    Reflect.getMetadata(accessKey, context.getClass())) as Access | undefined;
  // Refused at boot already; said again here so that no route is ever open by mistake.
  if (!access) throw refused(refuse('NotAllowed', 'Cette action n’est ouverte à personne.'));
  return access;
}

function bearerOf(request: FastifyRequest): string {
  const token = /^Bearer ([\w.~+/=-]{1,8000})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) throw notSignedIn('TokenMissing', 'Connectez-vous pour continuer.');
  return token;
}

function allowed(
  access: Exclude<Access, { kind: 'public' }>,
  identity: Identity,
  request: FastifyRequest,
): Caller {
  if (access.kind === 'scope') {
    if (!identity.scope.includes(access.scope)) throw notAllowed();
    return callerFrom(identity, request, territoryOfMachine(identity, request));
  }
  const territory = territoryOfAgent(identity, request);
  if (!rightsOf(identity.roles, [territory]).may(access.action, access.subject, territory))
    throw notAllowed();
  return callerFrom(identity, request, territory);
}

function territoryOfAgent(identity: Identity, request: FastifyRequest): string {
  const asked = askedTerritory(request);
  if (asked === undefined && identity.territories.length === 1) return identity.territories[0]!;
  if (asked === undefined && identity.territories.length > 1) {
    throw invalidInput([{ field: 'x-territory', sentence: 'Précisez le territoire concerné.' }]);
  }
  if (asked === undefined || !coveredBy(identity.territories, asked, new Date())) throw wrongTerritory();
  return asked;
}

/** A machine without territories serves them all; one that has some is held to them. */
function territoryOfMachine(identity: Identity, request: FastifyRequest): string {
  const asked = askedTerritory(request);
  if (identity.territories.length === 0) return asked ?? '';
  return territoryOfAgent(identity, request);
}

function askedTerritory(request: FastifyRequest): string | undefined {
  const asked = request.headers['x-territory'];
  if (asked === undefined || asked === '') return undefined;
  if (typeof asked === 'string' && /^(\d[\dAB]\d{3}|\d{9})$/.test(asked)) return asked;
  throw invalidInput([{ field: 'x-territory', sentence: 'Ce code de territoire n’est pas valable.' }]);
}

function callerFrom(identity: Identity, request: FastifyRequest, territory: string): Caller {
  const { sub, name, roles, territories, scope } = identity;
  const requestId = String(request.id);
  return {
    sub,
    name,
    roles,
    territory,
    territories,
    scope,
    requestId,
    cause: () => {
      if (territory === '')
        throw invalidInput([{ field: 'x-territory', sentence: 'Précisez le territoire concerné.' }]);
      return { territory, actor: sub, causationId: requestId, traceparent: traceparentOf(request) };
    },
  };
}

function notAllowed() {
  return refused(refuse('NotAllowed', 'Votre rôle ne permet pas cette action.'));
}

function wrongTerritory() {
  return refused(refuse('WrongTerritory', 'Vous n’avez pas accès à ce territoire.'));
}
