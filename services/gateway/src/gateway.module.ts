import { allContracts } from '@passerelle/contracts';
import { tailTopics } from '@passerelle/messaging';
import { BearerTokens, Clock, defineFront } from '@passerelle/platform';
import { randomUUID } from 'node:crypto';
import { AccessLogController } from './compose/access-log.controller';
import { Composer } from './compose/composer';
import { CopiesController } from './compose/copies.controller';
import { ParkedEventsController } from './compose/parked-events.controller';
import { ConsoleFiles } from './console/console-files';
import { serveConsole } from './console/serve-console';
import { gatewayEnvironment } from './environment';
import { readiness } from './health/readiness';
import { LiveController } from './live/live.controller';
import { LiveReaders } from './live/live-readers';
import type { ApiDocument } from './openapi/merge';
import { WholeApi } from './openapi/whole-api';
import { DocsController } from './pages/docs.controller';
import { PartnerController } from './pages/partner/partner.controller';
import { ResidentController } from './pages/resident/resident.controller';
import { StatusController } from './pages/status.controller';
import { StyleController } from './pages/style.controller';
import { Town } from './pages/town';
import { forward } from './proxy/forward';
import { Services } from './services';
import { composeSession } from './session/compose-session';
import { OwnOrigin } from './session/own-origin';
import { SessionController } from './session/session.controller';
import { Sessions } from './session/sessions';
import { SignIn } from './session/sign-in';

/** The only wiring. */
export const gateway = defineFront({
  name: 'gateway',
  title: 'Passerelle',
  environment: gatewayEnvironment,
  compose: ({ env, clock, logger }) => {
    const services = new Services(env.SERVICE_URLS);
    const description = new WholeApi(services);
    const tokens = new BearerTokens({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE });
    const readers = new LiveReaders(randomUUID());
    const { own, sessions, signIn } = composeSession(env, tokens, readers, logger);
    const tail = tailTopics({
      service: 'gateway',
      topicPrefix: env.TOPIC_PREFIX,
      kafkaBrokers: env.KAFKA_BROKERS,
      contracts: allContracts,
      logger,
      hear: (hints) => readers.hear(hints),
      again: () => readers.again(),
    });
    return {
      controllers: [
        SessionController,
        LiveController,
        ParkedEventsController,
        AccessLogController,
        CopiesController,
        StatusController,
        DocsController,
        StyleController,
        PartnerController,
        ResidentController,
      ],
      providers: [
        { provide: Services, useValue: services },
        { provide: Town, useValue: new Town(env.TOWN_NAME, env.TOWN_PHONE) },
        { provide: Clock, useValue: clock },
        { provide: OwnOrigin, useValue: own },
        { provide: Sessions, useValue: sessions },
        { provide: SignIn, useValue: signIn },
        { provide: LiveReaders, useValue: readers },
        { provide: Composer, useValue: new Composer(services, sessions, own) },
      ],
      http: (fastify) => {
        // Before requests are waited for: a line to a browser would never end by itself.
        fastify.addHook('preClose', async () => readers.close());
        const forwarding = { urls: env.SERVICE_URLS, timeoutMs: env.UPSTREAM_TIMEOUT_MS, sessions, own };
        // A scope of its own: there, bodies are streamed and not read.
        void fastify.register((scope) => forward(scope, forwarding));
        const files = new ConsoleFiles(env.CONSOLE_FOLDER);
        serveConsole(fastify, { files, signInOrigin: new URL(env.OIDC_ISSUER).origin });
      },
      health: () => readiness(services),
      openApi: (ownPages) => description.document(ownPages() as ApiDocument),
      stop: () => tail.stop(),
    };
  },
});
