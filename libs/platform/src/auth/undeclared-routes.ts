import type { Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/internal';
import { hasRow } from '../rights/rights';
import { accessKey, type Access } from './access';

/** What is wrong with the routes of these controllers, one English sentence each; the service does not start with any. */
export function routeMistakes(controllers: readonly Type[]): string[] {
  return controllers.flatMap((controller) =>
    handlersOf(controller).flatMap(([name, handler]) => {
      const access = (Reflect.getMetadata(accessKey, handler) ??
        Reflect.getMetadata(accessKey, controller)) as Access | undefined;
      const route = `${controller.name}.${name}`;
      if (!access) return [`${route} says nothing of who may call it: add @Allow, @AllowScope or @Public.`];
      if (access.kind === 'right' && !hasRow(access.action, access.subject)) {
        return [`${route} asks for a right that the table has not: ${access.action} ${access.subject}.`];
      }
      return [];
    }),
  );
}

/** The routes of a controller, by the name of their method. */
export function handlersOf(controller: Type): [string, object][] {
  const found: [string, object][] = [];
  // Inherited routes count: Nest serves them too.
  for (
    let proto = controller.prototype as object;
    proto !== Object.prototype;
    proto = Object.getPrototypeOf(proto)
  ) {
    for (const name of Object.getOwnPropertyNames(proto)) {
      const handler: unknown = Object.getOwnPropertyDescriptor(proto, name)?.value;
      if (typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
        found.push([name, handler]);
    }
  }
  return found;
}
