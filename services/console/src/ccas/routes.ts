import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';
import { needFilters } from './need-list/need-filters';
import { receptionSearch } from './reception/reception-search';
import { referSearch } from './referral/refer-search';
import { referralFilters } from './referral-list/referral-filters';
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

const refer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/besoins/$needId/orienter',
  validateSearch: referSearch,
  component: lazyRouteComponent(() => import('./referral/refer.page'), 'ReferPage'),
});

const referrals = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ccas/partenaires',
  validateSearch: referralFilters,
  component: lazyRouteComponent(() => import('./referral-list/referral-list.page'), 'ReferralListPage'),
});

export const ccasRoutes = [
  toHandle,
  reception,
  classify,
  needList,
  need,
  workers,
  handOver,
  refer,
  referrals,
] as const;
