import { startService } from '@passerelle/platform';
import { people } from './people.module';

void startService(people);
