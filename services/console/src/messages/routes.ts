import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';

const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/messages',
  component: lazyRouteComponent(() => import('./inbox/inbox.page'), 'InboxPage'),
});

const preferences = createRoute({
  getParentRoute: () => rootRoute,
  path: '/preferences',
  component: lazyRouteComponent(() => import('./preferences/preferences.page'), 'PreferencesPage'),
});

export const messagesRoutes = [inbox, preferences] as const;
