import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';

const person = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personnes/$personId',
  component: lazyRouteComponent(() => import('./person/person.page'), 'PersonPage'),
});

const editPerson = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personnes/$personId/modifier',
  component: lazyRouteComponent(() => import('./edit/edit-person.page'), 'EditPersonPage'),
});

export const peopleRoutes = [person, editPerson] as const;
