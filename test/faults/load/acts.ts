import {
  answerByLink,
  book,
  cancel,
  confirm,
  giveBack,
  move,
  recordAttendance,
  walkIn,
} from './acts/appointments';
import {
  addNote,
  classify,
  close,
  giveGoAhead,
  noteLegal,
  noteOther,
  noteUnclear,
  reorient,
  withdraw,
} from './acts/needs';
import { answerAsPartner, changePartner, registerPartner, tellInPerson } from './acts/partners';
import { correct, merge, recordConsent, register, unmerge } from './acts/persons';
import { cancelSession, openPermanence, setPolicy } from './acts/sessions';
import { weighted } from './lots';
import type { Act } from './hand';

/** A day's mix, in thousandths. A legal-access need costs the most: it sets four services to work. */
export const drawAct = weighted<Act>([
  [150, register],
  [170, noteOther],
  [215, noteLegal],
  [15, noteUnclear],
  [15, classify],
  [110, addNote],
  [70, correct],
  [50, recordConsent],
  [35, withdraw],
  [30, reorient],
  [30, close],
  [20, merge],
  [10, unmerge],
  [4, registerPartner],
  [15, changePartner],
  [8, answerAsPartner],
  [4, giveGoAhead],
  [10, tellInPerson],
  [20, confirm],
  [15, cancel],
  [10, move],
  [5, book],
  [4, giveBack],
  [3, walkIn],
  [8, recordAttendance],
  [40, answerByLink],
  [2, setPolicy],
  [2, openPermanence],
  [1, cancelSession],
]);
