import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';

const person = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personnes/$personId',
  component: lazyRouteComponent(() => import('./person/person.page'), 'PersonPage'),
});

export const peopleRoutes = [person] as const;
