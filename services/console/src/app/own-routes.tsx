import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Home } from './home';
import { rootRoute } from './root-route';
import { SignedInAgain, signedInAgainPath } from './session-over';

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home });

const signedInAgain = createRoute({
  getParentRoute: () => rootRoute,
  path: signedInAgainPath,
  component: SignedInAgain,
});

const accessibility = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accessibilite',
  component: lazyRouteComponent(() => import('./accessibility/accessibility.page'), 'AccessibilityPage'),
});

export const ownRoutes = [home, signedInAgain, accessibility] as const;
