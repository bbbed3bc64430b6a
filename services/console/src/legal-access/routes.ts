import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route';
import { agendaSearch } from './agenda/agenda-search';
import { daySearch } from './day-list/day-search';
import { datesSearch } from './free-dates/dates-search';
import { newPermanenceSearch } from './permanences/new-permanence-search';
import { walkInSearch } from './walk-in/walk-in-search';

const toHandle = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit',
  component: lazyRouteComponent(() => import('./to-handle/to-handle.page'), 'LawToHandlePage'),
});

const dates = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit/dates',
  validateSearch: datesSearch,
  component: lazyRouteComponent(() => import('./free-dates/dates.page'), 'DatesPage'),
});

const agenda = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit/agenda',
  validateSearch: agendaSearch,
  component: lazyRouteComponent(() => import('./agenda/agenda.page'), 'AgendaPage'),
});

const dayList = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit/liste',
  validateSearch: daySearch,
  component: lazyRouteComponent(() => import('./day-list/day-list.page'), 'DayListPage'),
});

const demand = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit/attentes',
  component: lazyRouteComponent(() => import('./demand/demand.page'), 'DemandPage'),
});

const permanences = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit/permanences',
  component: lazyRouteComponent(() => import('./permanences/permanence-list.page'), 'PermanenceListPage'),
});

const newPermanence = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit/permanences/nouvelle',
  validateSearch: newPermanenceSearch,
  component: lazyRouteComponent(() => import('./permanences/new-permanence.page'), 'NewPermanencePage'),
});

const walkIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces-au-droit/sans-rendez-vous',
  validateSearch: walkInSearch,
  component: lazyRouteComponent(() => import('./walk-in/walk-in.page'), 'WalkInPage'),
});

export const legalAccessRoutes = [
  toHandle,
  walkIn,
  dates,
  agenda,
  dayList,
  demand,
  permanences,
  newPermanence,
] as const;
