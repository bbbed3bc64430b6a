import type { GoAheadEvent } from '../../domain/go-ahead';
import type { NeedEvent } from '../../domain/need';
import type { ChainLink, LinkData } from './chain-link';
import {
  cancellers,
  day,
  fieldLabel,
  moment,
  outcomes,
  people,
  permanenceEnds,
  placeAndProfession,
  requestOutcomes,
  returnDetail,
  toldBy,
  topicLabel,
  until,
  waitReasons,
  waitingWith,
  whoIsTold,
} from './french-words';

/** What a person reads of one fact. */
export interface Sentence {
  readonly sentence: string;
  readonly detail?: string;
}

export type NameOf = (agentId: string) => string | undefined;
type Tell = (data: LinkData, nameOf: NameOf) => Sentence;
const say =
  (sentence: string, detail?: string): Tell =>
  () =>
    detail === undefined ? { sentence } : { sentence, detail };

/** What this service decides. */
const ofNeed: Readonly<Record<NeedEvent['type'] | GoAheadEvent['type'], Tell>> = {
  NeedNoted: ({ urgency }) => ({
    sentence: 'Besoin noté',
    ...(urgency === 'urgent' && { detail: 'urgent' }),
  }),
  TopicAwaited: say('Aucun sujet reconnu dans ses mots', 'un agent doit en choisir un'),
  NeedClassified: ({ topic, by }) => ({
    sentence: `Sujet : ${topicLabel(topic)}`,
    detail: by === 'wording' ? 'reconnu dans les mots de la personne' : 'choisi par un agent',
  }),
  NeedUnclassified: ({ topic }) => ({
    sentence: 'Classement repris',
    detail: `le sujet n’était pas « ${topicLabel(topic)} »`,
  }),
  ServiceAwaited: say('Aucun service ne suit encore ce domaine', 'le besoin attend, il n’expire pas'),
  NeedOriented: ({ expireAt }) => ({
    sentence: 'Orienté vers le service',
    detail: `réponse attendue avant le ${day(expireAt)}`,
  }),
  NeedAcknowledged: say('Le service a reçu le besoin'),
  NeedReminded: say('Rappel envoyé', 'dix jours sans rendez-vous ni réponse'),
  NeedExpired: say(
    'Promesse non tenue',
    'trente jours sans rendez-vous ni réponse : le CCAS reprend le besoin',
  ),
  AppointmentNoted: ({ startsAt }) => ({ sentence: `Rendez-vous noté : ${moment(startsAt)}` }),
  AppointmentLost: ({ expireAt }) => ({
    sentence: 'Plus de rendez-vous',
    detail: `réponse attendue avant le ${day(expireAt)}`,
  }),
  NeedReturned: ({ because }) => ({ sentence: 'Revenu au CCAS', ...returnDetail(because) }),
  NeedReoriented: ({ topic }) => ({ sentence: `Réorienté : ${topicLabel(topic)}` }),
  NeedWithdrawn: say('Besoin retiré'),
  NoteAdded: say('Note ajoutée', 'elle reste au CCAS'),
  NeedClosed: ({ outcome }) => ({ sentence: outcomes[String(outcome)] ?? 'Besoin clos' }),
  NeedReopened: ({ expireAt }) => ({
    sentence: 'Besoin rouvert',
    ...(expireAt !== undefined && { detail: `réponse attendue avant le ${day(expireAt)}` }),
  }),
  NeedHandedOver: ({ workerId }, nameOf) => ({
    sentence: `Confié à ${nameOf(String(workerId)) ?? 'un autre travailleur social'}`,
  }),
  GoAheadAsked: say('Accord demandé au CCAS'),
  GoAheadAnswered: ({ granted }) => ({
    sentence: granted ? 'Accord prêt à partir' : 'Refus prêt à partir',
  }),
  GoAheadTakenBack: say('Réponse reprise avant son départ'),
  GoAheadGiven: ({ granted }) => ({
    sentence: granted ? 'Accord donné pour demander une permanence' : 'Accord refusé',
  }),
  GoAheadNoLongerNeeded: say('L’accord n’est plus nécessaire'),
};

const ofLegalAccess: Readonly<Record<string, Tell>> = {
  RequestWaiting: ({ topic, waitingCount, because }) => ({
    sentence: waitReasons[String(because)] ?? 'En attente d’un créneau',
    detail: waitingWith(topic, Number(waitingCount)),
  }),
  AppointmentBooked: ({ startsAt, placeName, profession, walkIn }) => ({
    sentence: walkIn
      ? `Reçu sans rendez-vous, ${moment(startsAt)}`
      : `Rendez-vous fixé : ${moment(startsAt)}`,
    detail: placeAndProfession(placeName, profession),
  }),
  AppointmentMoved: ({ startsAt, placeName, profession }) => ({
    sentence: `Rendez-vous déplacé : ${moment(startsAt)}`,
    detail: placeAndProfession(placeName, profession),
  }),
  AppointmentConfirmed: say('Venue confirmée'),
  AppointmentCancelled: ({ startsAt, by }) => ({
    sentence: `Rendez-vous annulé : ${moment(startsAt)}`,
    detail: cancellers[String(by)] ?? 'annulé',
  }),
  AppointmentReminderDue: ({ startsAt }) => ({ sentence: `Rappel de la veille : ${moment(startsAt)}` }),
  AttendanceRecorded: ({ attendance }) => ({
    sentence: attendance === 'attended' ? 'La personne est venue' : 'La personne n’est pas venue',
  }),
  RequestReturned: ({ because }) => ({ sentence: 'Rendu au CCAS', ...returnDetail(because) }),
  RequestClosed: ({ outcome }) => ({ sentence: requestOutcomes[String(outcome)] ?? 'Demande terminée' }),
  PermanenceRequestHeld: ({ topic, waitingCount }) => ({
    sentence: `Permanence « ${topicLabel(topic)} » prête à être demandée`,
    detail: `${people(Number(waitingCount))} en attente ; l’accord du CCAS est attendu`,
  }),
  PermanenceRequested: ({ topic, answerBy, waitingCount }) => ({
    sentence: `Permanence « ${topicLabel(topic)} » demandée à un partenaire`,
    detail: `${people(Number(waitingCount))} en attente ; lien de réponse valable jusqu’au ${day(answerBy)}`,
  }),
  PermanenceRequestReminded: ({ answerBy }) => ({
    sentence: 'Partenaire relancé',
    detail: `lien de réponse valable jusqu’au ${day(answerBy)}`,
  }),
  PermanenceRequestAccepted: ({ startsAt, endsAt, slots }) => ({
    sentence: `Permanence acceptée : ${moment(startsAt)}${until(endsAt)}`,
    detail: `${slots} créneau${Number(slots) > 1 ? 'x' : ''}`,
  }),
  PermanenceRequestDeclined: say('Permanence refusée par le partenaire'),
  PermanenceRequestUnanswered: say('Le partenaire n’a pas répondu'),
  PermanenceRequestClosed: ({ because }) => ({
    sentence: 'Demande de permanence terminée',
    detail: permanenceEnds[String(because)] ?? 'terminée',
  }),
};

const ofOthers: Readonly<Record<string, Tell>> = {
  NoticeDelivered: ({ recipient, channel }) => ({
    sentence: `${whoIsTold(recipient)} ${toldBy[String(channel)] ?? 'été prévenu'}`,
  }),
  NoticeAwaitsAgent: ({ channel }) => ({
    sentence: channel === 'phone-list' ? 'À prévenir par téléphone' : 'À prévenir de vive voix',
  }),
  NoticeFailed: say('Un message n’a pas pu être remis', 'un agent doit prévenir autrement'),
  PersonRegistered: say('Personne inscrite dans l’annuaire'),
  PersonMerged: say('Deux fiches réunies : c’était la même personne'),
  PersonUnmerged: say('Deux fiches de nouveau séparées'),
  ConsentRecorded: say('Accord de la personne noté'),
  PartnerRegistered: say('Partenaire inscrit dans l’annuaire'),
  PartnerChanged: say('Fiche du partenaire modifiée'),
  FieldServed: say('Un service suit maintenant ce domaine'),
};

const all: Readonly<Record<string, Tell>> = { ...ofNeed, ...ofLegalAccess, ...ofOthers };

export function sentenceOf({ type, data }: Pick<ChainLink, 'type' | 'data'>, nameOf: NameOf): Sentence {
  return (all[type] ?? say('Étape suivante'))(data, nameOf);
}

/** Agents whom these lines name: who acted, and who was given something. */
export function agentsIn(links: readonly Pick<ChainLink, 'actor' | 'data'>[]): string[] {
  return links.flatMap(({ actor, data }) => [
    ...(actor === undefined ? [] : [actor]),
    ...(data['workerId'] === undefined ? [] : [String(data['workerId'])]),
  ]);
}

export function hasSentence(type: string): boolean {
  return Object.hasOwn(all, type);
}

/** Nothing of whose it was, nor when they were to come. */
export function sentenceAboutAnother(type: string): Sentence {
  return {
    sentence:
      type === 'AppointmentCancelled' ? 'Un créneau s’est libéré' : 'Une autre demande sur le même sujet',
  };
}

const lanes: Readonly<Record<string, string>> = {
  ccas: 'CCAS',
  'legal-access': 'Accès au droit',
  notifications: 'Notifications',
  people: 'Annuaire des personnes',
  directory: 'Annuaire des partenaires',
};
const saidByPartner: readonly string[] = ['PermanenceRequestAccepted', 'PermanenceRequestDeclined'];

export function laneOf({ type, source }: Pick<ChainLink, 'type' | 'source'>): string {
  return saidByPartner.includes(type) ? 'Partenaire' : (lanes[source] ?? fieldLabel(source));
}
