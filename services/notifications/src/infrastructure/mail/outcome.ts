import type { MailOutcome } from '../../application/ports';

interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * Whose fault a failure is. Only what the server said about this mail or its recipient counts against it; whatever else
 * goes wrong (network, password, a sender it does not accept, 421) would stop every mail, and waits.
 */
export function outcomeOf(failure: unknown): Exclude<MailOutcome, 'taken'> {
  const { code, command, responseCode } = failure as SmtpFailure;
  const aboutThisMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  if (!aboutThisMail || responseCode === 421) return 'unavailable';
  return responseCode !== undefined && responseCode < 500 ? 'deferred' : 'refused';
}
