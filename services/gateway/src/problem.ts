import type { FastifyReply } from 'fastify';
import { serviceTitle } from './service-titles';

/** An RFC 9457 problem that the gateway itself answers; those of the services pass through untouched. */
export interface Problem {
  readonly status: number;
  /** The rule, in PascalCase: programs branch on it. */
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly [extension: string]: unknown;
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: problemType(problem.name),
        ...problem,
        instance: `urn:request:${reply.request.id}`,
      }),
    );
}

export function problemType(name: string): string {
  return `urn:passerelle:refus:${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
}

/** Repeating is safe: every creating command carries the id of what it creates. */
export function serviceDown(service: string): Problem {
  return {
    status: 503,
    name: 'ServiceUnavailable',
    title: 'Service indisponible',
    detail: `Le service « ${serviceTitle(service)} » ne répond pas pour le moment. Réessayez dans un instant : recommencer ne crée pas de doublon.`,
    service,
  };
}

export function serviceSilent(service: string): Problem {
  return {
    status: 504,
    name: 'ServiceTooSlow',
    title: 'Réponse trop longue',
    detail: `Le service « ${serviceTitle(service)} » met trop de temps à répondre. Réessayez dans un instant : recommencer ne crée pas de doublon.`,
    service,
  };
}

export function unknownService(known: readonly string[]): Problem {
  return {
    status: 404,
    name: 'UnknownService',
    title: 'Adresse inconnue',
    detail: 'Aucun service ne répond à cette adresse.',
    services: known,
  };
}

export function unknownAddress(): Problem {
  return {
    status: 404,
    name: 'UnknownAddress',
    title: 'Adresse inconnue',
    detail: 'Il n’y a rien à cette adresse. La liste des adresses se trouve dans /docs.',
  };
}

export function bodyTooLarge(): Problem {
  return {
    status: 413,
    name: 'BodyTooLarge',
    title: 'Envoi trop volumineux',
    detail:
      'Ce que vous envoyez est trop volumineux (256 ko au plus). Raccourcissez le texte puis réessayez.',
  };
}

export function unreadableRequest(status: number): Problem {
  return {
    status,
    name: 'UnreadableRequest',
    title: 'Demande illisible',
    detail: 'Cette demande n’a pas pu être lue. Vérifiez sa forme puis réessayez.',
  };
}

export function unexpected(): Problem {
  return {
    status: 500,
    name: 'Unexpected',
    title: 'Erreur inattendue',
    detail:
      'Une erreur inattendue est survenue. Réessayez dans un instant ; si elle revient, donnez l’identifiant de la demande à votre administrateur.',
  };
}
