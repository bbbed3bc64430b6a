import { inFull } from './abbreviations';
import { ageWord } from './age';
import { setAside } from './turned-away';

/** Small words that say nothing of a subject. `pas`, `plus`, `sans` and `non` stay: cues use them. */
export const stopWords = new Set(
  `a ai as au aux avait avec avoir c ca ce cela ces cet cette d de des du elle elles en es est et etait ete etre eu
  il ils j je jusqu l la le les leur leurs lui m ma me mes moi mon n ne nos notre nous on ont ou par pour qu que qui s
  sa se sera ses si soi son sont sur suis t ta te tes ton tu un une vos votre vous y dans donc puis aussi alors
  tres bien svp stp mme mr monsieur madame chez vers lors afin etc`
    .split(/\s+/)
    .filter(Boolean),
);

/** More than any resident's sentence; a longer text is read up to here. */
const MOST_TOKENS = 60;

/** Lower case, without accents; `œ` becomes `oe`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}

/** The words that may speak for a subject, in order; what the text turns away ("pas besoin de crèche") is left out. */
export function tokens(text: string): string[] {
  const clauses = plain(text)
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/[’'`´\-–_]/g, ' ')
    // Where the agent met them, not what they came for.
    .replace(/\ba l accueil\b/g, ' ')
    // "été" is a season here and a verb everywhere else.
    .replace(/\b(d|l|cet|jobs?) ete\b/g, '$1 estival')
    .split(/[,;:.!?()/\n\r«»"]+|\bmais\b/);
  return setAside(clauses.map((clause) => clause.replace(/[^a-z0-9]+/g, ' ').trim()))
    .flatMap((clause) => ageWord(clause).split(' '))
    .flatMap((word) => inFull(word).split(' '))
    .filter((word) => word !== '' && !stopWords.has(word))
    .slice(0, MOST_TOKENS);
}
