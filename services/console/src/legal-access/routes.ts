/** Pages of the access to law: `createRoute({ getParentRoute: () => rootRoute, path: '/droit/…', … })`. */
export const legalAccessRoutes = [] as const;
