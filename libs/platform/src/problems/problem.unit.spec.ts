import {
  BadRequestException,
  HttpException,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';
import { refuse } from '@passerelle/domain-kit';
import { UnavailableError } from '@passerelle/messaging';
import { mongo } from 'mongoose';
import { problemFor } from './problem.filter';
import { problemOf, statusOf, withDetails } from './problem';
import { invalidInput, notSignedIn, unavailable } from './problem-error';

describe('a refusal as a problem detail', () => {
  it.each([
    ['UnknownNeed', 404],
    ['NotAllowed', 403],
    ['WrongTerritory', 403],
    ['LinkForged', 403],
    ['LinkExpired', 410],
    ['LinkAlreadyUsed', 409],
    ['InvalidInput', 422],
    ['StaleVersion', 409],
    ['SlotAlreadyTaken', 409],
  ])('%s answers %i', (rule, status) => expect(statusOf(rule)).toBe(status));

  it('carries the rule, the sentence and the field at fault', () => {
    expect(problemOf(refuse('SlotAlreadyTaken', 'Ce créneau est pris.', 'slot.startsAt'))).toEqual({
      type: 'urn:passerelle:refus:slot-already-taken',
      title: 'Impossible pour l’instant',
      status: 409,
      detail: 'Ce créneau est pris.',
      name: 'SlotAlreadyTaken',
      errors: [{ field: 'slot.startsAt', sentence: 'Ce créneau est pris.' }],
    });
  });

  it('carries details, which cannot replace what a problem is made of', () => {
    const refusal = withDetails(refuse('LookalikeFound', 'Une personne ressemble.'), {
      candidates: [{ id: 'p1' }],
      status: 200,
      name: 'Marchand',
    });
    expect(problemOf(refusal)).toMatchObject({
      status: 409,
      name: 'LookalikeFound',
      candidates: [{ id: 'p1' }],
    });
  });
});

describe('anything thrown as a problem detail', () => {
  it.each([
    [new NotFoundException('Cannot GET /secret/eyJ'), 404, 'UnknownAddress'],
    [new BadRequestException('Unexpected token M in JSON'), 400, 'UnreadableRequest'],
    [new PayloadTooLargeException(), 413, 'RequestTooLarge'],
    [new HttpException('x', 415), 415, 'UnsupportedFormat'],
    [new HttpException('x', 429), 429, 'RequestRefused'],
    [new HttpException('x', 503), 503, 'Unavailable'],
    [new HttpException('x', 502), 500, 'UnexpectedError'],
    [new TypeError('Marchand is not a function'), 500, 'UnexpectedError'],
    ['a string', 500, 'UnexpectedError'],
    [undefined, 500, 'UnexpectedError'],
    [new mongo.MongoNetworkError('10.0.0.3 refused'), 503, 'StorageUnavailable'],
    [new mongo.MongoServerError({ code: 189, errmsg: 'primary stepped down' }), 503, 'StorageUnavailable'],
    [new UnavailableError('gave up'), 503, 'StorageUnavailable'],
    [Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }), 503, 'StorageUnavailable'],
    [invalidInput([{ field: 'a', sentence: 'b' }]), 422, 'InvalidInput'],
    [notSignedIn('TokenExpired', 'x'), 401, 'TokenExpired'],
    [unavailable('SignInUnavailable', 'x'), 503, 'SignInUnavailable'],
  ])('%p answers %i %s and nothing of its message', (error, status, name) => {
    const answer = problemFor(error);
    expect(answer).toMatchObject({ status, name });
    expect(JSON.stringify(answer)).not.toMatch(/secret|Marchand|Unexpected token|10\.0\.0\.3|gave up/);
  });
});
