import { ccasContracts } from './ccas';
import type { EventContract } from './define';
import { directoryContracts } from './directory';
import { legalAccessContracts } from './legal-access';
import { notificationsContracts } from './notifications';
import { peopleContracts } from './people';
import { servedFieldContracts } from './served-field';

/** Every event that crosses a service. */
export const allContracts: readonly EventContract[] = [
  ...peopleContracts,
  ...ccasContracts,
  ...legalAccessContracts,
  ...directoryContracts,
  ...notificationsContracts,
  ...servedFieldContracts,
] as readonly EventContract[];
