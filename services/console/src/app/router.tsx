import { createRouter } from '@tanstack/react-router';
import { administrationRoutes } from '../administration/routes';
import { ccasRoutes } from '../ccas/routes';
import { legalAccessRoutes } from '../legal-access/routes';
import { messagesRoutes } from '../messages/routes';
import { peopleRoutes } from '../people/routes';
import { ownRoutes } from './own-routes';
import { rootRoute } from './root-route';

const tree = rootRoute.addChildren([
  ...ownRoutes,
  ...ccasRoutes,
  ...legalAccessRoutes,
  ...peopleRoutes,
  ...messagesRoutes,
  ...administrationRoutes,
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  // The page before stays until the next one is there: no flash of emptiness.
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
