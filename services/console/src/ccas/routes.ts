import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';
import { needFilters } from './need-list/need-filters';
import { receptionSearch } from './reception/reception-search';
import { shownKind } from './to-handle/shown-kind';
import { handOverSearch } from './workers/hand-over-search';

const toHandle = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas',
  validateSearch: shownKind,
  component: lazyRouteComponent(() => import('./to-handle/to-handle.page'), 'ToHandlePage'),
});

const reception = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/noter',
  validateSearch: receptionSearch,
  component: lazyRouteComponent(() => import('./reception/reception.page'), 'ReceptionPage'),
});

const classify = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/classer',
  component: lazyRouteComponent(() => import('./classify/classify.page'), 'ClassifyPage'),
});

const needList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/besoins',
  validateSearch: needFilters,
  component: lazyRouteComponent(() => import('./need-list/need-list.page'), 'NeedListPage'),
});

const need = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/besoins/$needId',
  component: lazyRouteComponent(() => import('./need/need.page'), 'NeedPage'),
});

const workers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/charge',
  component: lazyRouteComponent(() => import('./workers/workers.page'), 'WorkersPage'),
});

const handOver = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/charge/confier',
  validateSearch: handOverSearch,
  component: lazyRouteComponent(() => import('./workers/hand-over.page'), 'HandOverPage'),
});

export const ccasRoutes = [toHandle, reception, classify, needList, need, workers, handOver] as const;
