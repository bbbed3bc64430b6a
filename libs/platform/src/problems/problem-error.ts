import type { Refusal } from '@passerelle/domain-kit';
import { problem, problemOf, type FieldError, type Problem } from './problem';

/** How guards, pipes and interceptors, which cannot return, say no. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.name);
  }
}

export function refused(refusal: Refusal): ProblemError {
  return new ProblemError(problemOf(refusal));
}

export function invalidInput(errors: readonly FieldError[]): ProblemError {
  const detail = errors.length === 1 ? errors[0]!.sentence : 'Plusieurs informations sont à corriger.';
  return new ProblemError(problem(422, 'InvalidInput', detail, { errors }));
}

export function unavailable(name: string, detail: string): ProblemError {
  return new ProblemError(problem(503, name, detail), { 'retry-after': '5' });
}

export function notSignedIn(name: string, detail: string): ProblemError {
  const challenge = name === 'TokenMissing' ? 'Bearer' : 'Bearer error="invalid_token"';
  return new ProblemError(problem(401, name, detail), { 'www-authenticate': challenge });
}
