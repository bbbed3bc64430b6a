import { compileLexicon } from '../cue';
import { childcarePlace } from './childcare-place';
import { debt } from './debt';
import { elsewhere } from './elsewhere';
import { familyLaw } from './family-law';
import { homeworkSupport } from './homework-support';
import { housingLaw } from './housing-law';
import { labourLaw } from './labour-law';
import { parentingSupport } from './parenting-support';
import { residencePermit } from './residence-permit';
import { victimSupport } from './victim-support';
import { youthJob } from './youth-job';
import { youthMobility } from './youth-mobility';

export const lexicon = compileLexicon({
  'housing-law': housingLaw,
  'family-law': familyLaw,
  'labour-law': labourLaw,
  'residence-permit': residencePermit,
  'victim-support': victimSupport,
  debt,
  'childcare-place': childcarePlace,
  'youth-job': youthJob,
  'youth-mobility': youthMobility,
  'homework-support': homeworkSupport,
  'parenting-support': parentingSupport,
  elsewhere,
});
