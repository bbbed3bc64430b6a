import { plain, tidy } from '../reading/plain';

export type Urgency = 'normal' | 'urgent';

const urgent =
  /^(?:(?:tres |extremement |hyper |super )?urgente?s?|u+|urg|prioritaire|priorite haute|haute?|elevee?|forte?|oui|o|x|vrai|true|1|critique|immediate?|asap)$/;
const normal =
  /^(?:|normale?s?|n|non|pas urgente?|non urgente?|pas d'urgence|faible|basse|moyenne?|standard|ordinaire|courante?|aucune?|ras|faux|false|0|2|3)$/;

/** A word that is not known means nothing: the row is treated as ordinary and the person is told. */
export function readUrgency(cell: string): { urgency: Urgency; remark?: string } {
  const word = plain(cell);
  if (urgent.test(word) || /^!+$/.test(cell.trim())) return { urgency: 'urgent' };
  if (normal.test(word)) return { urgency: 'normal' };
  return {
    urgency: 'normal',
    remark: `urgence « ${tidy(cell).slice(0, 40)} » non comprise : traitée comme normale`,
  };
}
