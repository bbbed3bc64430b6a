import { startService } from '@passerelle/platform';
import { legalAccess } from './legal-access.module';

void startService(legalAccess);
