import type { Provider, Type } from '@nestjs/common';
import type { Field } from '@passerelle/contracts';
import type { DueWork, Journal, Reaction, UnitOfWork } from '@passerelle/messaging';
import type { FastifyInstance } from 'fastify';
import type { Connection } from 'mongoose';
import type { z } from 'zod';
import type { AccessLog } from './access-log/access-log';
import type { Clock } from './clock/clock';
import type { PlatformEnvironment, StorageEnvironment } from './config/environment';
import type { FindHeld } from './held/held';
import type { Logger } from './logging/logger';

/** What a composition is given; the connection is open only once `indexes` runs. */
export interface Parts<Extra extends z.ZodRawShape> {
  readonly connection: Connection;
  readonly unitOfWork: UnitOfWork;
  readonly journal: Journal;
  readonly accessLog: AccessLog;
  readonly clock: Clock;
  readonly env: PlatformEnvironment & StorageEnvironment & z.infer<z.ZodObject<Extra>>;
  readonly logger: Logger;
}

export interface Composition {
  readonly controllers?: readonly Type[];
  /** What controllers are built with: `{ provide: NeedCommands, useValue: new NeedCommands(…) }`. */
  readonly providers?: readonly Provider[];
  readonly reactions?: readonly Reaction[];
  readonly dueWork?: readonly DueWork[];
  /** Runs at each start, before anything is served; must be repeatable. */
  readonly indexes?: () => Promise<void>;
  /** What the service holds about a person, for the copy that they may ask for; who holds nothing leaves it out. */
  readonly held?: FindHeld;
  /** Runs when the service stops, before the database closes. */
  readonly stop?: () => Promise<void>;
}

export interface ServiceDefinition<Extra extends z.ZodRawShape = z.ZodRawShape> {
  /** Names the database `<prefix>-<name>`, the consumer group and the topics. */
  readonly name: string;
  /** French, for people: title of the API's description. */
  readonly title: string;
  /** Variables of this service only, each with a description for operators. */
  readonly environment?: z.ZodObject<Extra>;
  /** The field of the CTG whose needs this service takes; it is announced for each served territory. */
  readonly servesField?: Field;
  readonly compose: (parts: Parts<Extra>) => Composition;
}

/** A service that decides and reacts. */
export function defineService<Extra extends z.ZodRawShape = Record<never, z.ZodType>>(
  definition: ServiceDefinition<Extra>,
): ServiceDefinition<Extra> {
  return definition;
}

/** State of one thing that a service depends on; `why` is a clear sentence when it is not up. */
export interface Dependency {
  readonly state: 'up' | 'down' | 'starting';
  readonly why?: string;
}

export interface FrontParts<Extra extends z.ZodRawShape> {
  readonly clock: Clock;
  readonly env: PlatformEnvironment & z.infer<z.ZodObject<Extra>>;
  readonly logger: Logger;
}

export interface FrontComposition {
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
  /** Fastify itself, before Nest's routes: plugins, proxies, encapsulated parsers. Routes made here pass no guard of the platform. */
  readonly http?: (fastify: FastifyInstance) => void | Promise<void>;
  /** What `/health/ready` says, by name. */
  readonly health?: () => Promise<Readonly<Record<string, Dependency>>>;
  /** Replaces the description made from the controllers, which `own` gives. */
  readonly openApi?: (own: () => object) => Promise<object>;
  readonly stop?: () => Promise<void>;
}

export interface FrontDefinition<Extra extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly environment?: z.ZodObject<Extra>;
  readonly keepsNothing: true;
  readonly compose: (parts: FrontParts<Extra>) => FrontComposition;
}

/** A service that keeps nothing and decides nothing: no MongoDB, no reaction. The gateway. */
export function defineFront<Extra extends z.ZodRawShape = Record<never, z.ZodType>>(
  definition: Omit<FrontDefinition<Extra>, 'keepsNothing'>,
): FrontDefinition<Extra> {
  return { ...definition, keepsNothing: true };
}
