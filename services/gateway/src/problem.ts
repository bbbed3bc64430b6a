import { problem, problemContentType, type Problem } from '@passerelle/platform';
import type { FastifyReply } from 'fastify';
import { serviceTitle } from './service-titles';

/** The problems that the gateway itself answers; those of the services pass through untouched. */
export function sendProblem(reply: FastifyReply, answer: Problem): FastifyReply {
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .header('content-type', problemContentType)
    .send(JSON.stringify({ ...answer, instance: `urn:uuid:${reply.request.id}` }));
}

/** Repeating is safe: every creating command carries the id of what it creates. */
export function serviceDown(service: string): Problem {
  return problem(
    503,
    'ServiceUnavailable',
    `Le service « ${serviceTitle(service)} » ne répond pas pour le moment. Réessayez dans un instant : recommencer ne crée pas de doublon.`,
    { service },
  );
}

export function serviceSilent(service: string): Problem {
  return problem(
    504,
    'ServiceTooSlow',
    `Le service « ${serviceTitle(service)} » met trop de temps à répondre. Réessayez dans un instant : recommencer ne crée pas de doublon.`,
    { service },
  );
}

export function unknownService(services: readonly string[]): Problem {
  return problem(404, 'UnknownService', 'Aucun service ne répond à cette adresse.', { services });
}

export function unknownAddress(): Problem {
  return problem(
    404,
    'UnknownAddress',
    'Cette adresse n’existe pas. La liste des adresses se trouve dans /docs.',
  );
}

export function bodyTooLarge(): Problem {
  return problem(413, 'RequestTooLarge', 'L’envoi dépasse 256 ko : raccourcissez le texte.');
}

/** Why a request by cookie is not served, in words that tell the console what to ask for. */
export function noSession(kind: 'none' | 'ended' | 'unknown'): Problem {
  if (kind === 'unknown') {
    return problem(
      503,
      'SignInUnavailable',
      'Le serveur de connexion ne répond pas. Réessayez dans un instant.',
    );
  }
  return kind === 'ended'
    ? problem(
        401,
        'SessionExpired',
        'Votre session est terminée. Reconnectez-vous : ce que vous avez saisi reste à l’écran.',
      )
    : problem(401, 'NotSignedIn', 'Connectez-vous pour continuer.');
}

export function foreignOrigin(): Problem {
  return problem(
    403,
    'ForeignOrigin',
    'Cette action n’a pas été demandée depuis Passerelle : elle n’a pas été faite.',
  );
}
