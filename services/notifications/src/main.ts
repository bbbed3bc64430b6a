import { startService } from '@passerelle/platform';
import { notifications } from './notifications.module';

void startService(notifications);
