import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';
import { accessFilters } from './access-log/access-filters';
import { deliveryFilters } from './deliveries/delivery-filters';

const parkedEvents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administration/evenements',
  component: lazyRouteComponent(() => import('./parked/parked.page'), 'ParkedEventsPage'),
});

const deliveries = createRoute({
  getParentRoute: () => rootRoute,
  path: '/envois',
  validateSearch: deliveryFilters,
  component: lazyRouteComponent(() => import('./deliveries/deliveries.page'), 'DeliveriesPage'),
});

const accessLog = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lectures',
  validateSearch: accessFilters,
  component: lazyRouteComponent(() => import('./access-log/access-log.page'), 'AccessLogPage'),
});

export const administrationRoutes = [parkedEvents, deliveries, accessLog] as const;
