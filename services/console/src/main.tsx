import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client';
import { router } from './app/router';
import { SessionGate } from './app/session-gate';
import { applyAppearance } from './app/appearance';
import './styles/console.css';

applyAppearance();
createRoot(document.getElementById('console')!).render(
  <StrictMode>
    <I18nProvider locale="fr-FR">
      <QueryClientProvider client={queryClient}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
