import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';

const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/messages',
  component: lazyRouteComponent(() => import('./inbox/inbox.page'), 'InboxPage'),
});

export const messagesRoutes = [inbox] as const;
