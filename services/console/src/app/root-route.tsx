import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './not-found';
import { PageFailed } from './page-failed';
import { Shell } from './shell';

/** Routes of a trade say `getParentRoute: () => rootRoute`. */
export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
});
