export { startService } from './start-service';
export { launchService } from './launch-service';
export { launchFront } from './launch-front';
export type { RunningService } from './running-service';
export {
  defineFront,
  defineService,
  type Composition,
  type Dependency,
  type FrontComposition,
  type FrontParts,
  type Parts,
  type ServiceDefinition,
} from './define-service';
export { kafkaEnvironment, linkSigningKey } from './config/environment';
export { ConfigurationError } from './config/read-environment';
export { Allow, AllowScope, Public } from './auth/access';
export { BearerTokens, type Identity } from './auth/bearer';
export { Caller } from './auth/caller';
export { SignInConfiguration, type SignInClient } from './auth/sign-in-configuration';
export { ApiDescription } from './openapi/openapi.controller';
export { AccessLog, type AccessEntry } from './access-log/access-log';
export { facts, type FindHeld, type HeldFact, type HeldItem, type HeldPart } from './held/held';
export { Clock } from './clock/clock';
export { createLogger, type Logger } from './logging/logger';
export { linkForged, signLink, verifyLink, type LinkClaims } from './links/signed-links';
export { problem, problemContentType, withDetails, type Problem } from './problems/problem';
export { ProblemError } from './problems/problem-error';
export { rightsAsMarkdown } from './rights/rights-markdown';
export { traceparentOf } from './tracing/request-trace';
export { allowedActs, coveredBy, rightsOf, type Act } from './rights/rights';
export { roles, type ActionOn, type Role, type Subject } from './rights/table';
