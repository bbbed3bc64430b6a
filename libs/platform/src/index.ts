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
export { linkSigningKey } from './config/environment';
export { ConfigurationError } from './config/read-environment';
export { Allow, AllowScope, Public } from './auth/access';
export { Caller } from './auth/caller';
export { AccessLog, type AccessEntry } from './access-log/access-log';
export { Clock } from './clock/clock';
export { createLogger, type Logger } from './logging/logger';
export { linkForged, signLink, verifyLink, type LinkClaims } from './links/signed-links';
export { problem, problemContentType, withDetails, type Problem } from './problems/problem';
export { rightsAsMarkdown } from './rights/rights-markdown';
export { traceparentOf } from './tracing/request-trace';
export { coveredBy } from './rights/rights';
export { roles, type Role } from './rights/table';
