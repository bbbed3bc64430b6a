/** A phone or a mail as typed; `normal` is what can be dialled or written to, absent when nothing can. */
export interface ContactPoint {
  readonly value: string;
  readonly normal?: string;
  readonly preferred: boolean;
}

/** What protects a person who may not be safe at home. Never leaves this service in an event. */
export interface SafeContact {
  readonly doNotWrite: boolean;
  readonly doNotLeaveMessage: boolean;
  readonly neutralSubject: boolean;
}

export const noWishes: SafeContact = { doNotWrite: false, doNotLeaveMessage: false, neutralSubject: false };

export interface Reachable {
  readonly phones: readonly ContactPoint[];
  readonly mails: readonly ContactPoint[];
  readonly safeContact: SafeContact;
}

export interface HowToReach {
  readonly mail?: string;
  /** As dialled, or as typed when it is words (« voir avec sa mère »): a human reads it. */
  readonly phone?: string;
  readonly safeContact: SafeContact;
}

/**
 * One way to write and one to phone, from the kept file first, then from those merged into it. A wish noted on any of
 * them holds for all: a merge must never expose anybody.
 */
export function howToReach(files: readonly Reachable[]): HowToReach {
  const mail = preferred(files.flatMap((file) => file.mails)).find(
    (point) => point.normal !== undefined,
  )?.normal;
  const phones = preferred(files.flatMap((file) => file.phones));
  const phone = phones.find((point) => point.normal !== undefined) ?? phones[0];
  return {
    ...(mail === undefined ? {} : { mail }),
    ...(phone === undefined ? {} : { phone: phone.normal ?? phone.value }),
    safeContact: strictest(files.map((file) => file.safeContact)),
  };
}

export function strictest(wishes: readonly SafeContact[]): SafeContact {
  return {
    doNotWrite: wishes.some((one) => one.doNotWrite),
    doNotLeaveMessage: wishes.some((one) => one.doNotLeaveMessage),
    neutralSubject: wishes.some((one) => one.neutralSubject),
  };
}

/** Stable: the preferred one of the kept file comes first. */
function preferred(points: readonly ContactPoint[]): ContactPoint[] {
  return [...points.filter((point) => point.preferred), ...points.filter((point) => !point.preferred)];
}
