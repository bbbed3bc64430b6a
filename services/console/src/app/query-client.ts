import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { sessionIsOver } from './expiry';

const watch = (error: unknown) => {
  if (error instanceof Problem && error.isSessionOver) sessionIsOver(true);
};

/** A refusal is an answer: only what may pass is asked again. Commands never are by themselves. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.isPassing,
    },
    mutations: { networkMode: 'always' },
  },
});
