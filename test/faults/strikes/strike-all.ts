import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../house/house';
import type { Strike } from '../types';
import type { Card } from './deck';
import { strikers, type AnyKind } from './kinds';
import type { Struck } from './stage';

export interface Campaign {
  readonly house: House;
  readonly cards: Iterable<Card<AnyKind>>;
  /** From one strike to the next; one need not be over when the next begins. */
  readonly paceMs: number;
  /** Commands that have been answered so far: it grows when things flow. */
  readonly accepted: () => number;
  readonly say: (sentence: string) => void;
  /** No further strike; those under way are lifted all the same. */
  readonly signal: AbortSignal;
}

export interface Struggle {
  readonly strikes: readonly Strike[];
  /** Who was not back in time after a strike. */
  readonly stuck: readonly string[];
}

const atOnce = 4;
/** So long after a fault is over, its target may be struck again, recovered or not. */
const restMs = 8_000;
const backWithinMs = 90_000;
/** A moment that did not come is waited for once more, later. */
const tries = 3;

export class StrikeAll {
  readonly strikes: Strike[] = [];
  readonly stuck: string[] = [];
  private readonly held = new Map<string, Card<AnyKind>>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly again: Card<AnyKind>[] = [];
  private readonly missed = new Map<Card<AnyKind>, number>();

  constructor(private readonly campaign: Campaign) {}

  /** Resolves when every strike is over. */
  async run(): Promise<Struggle> {
    const { signal, cards, paceMs } = this.campaign;
    for (const card of cards) {
      if (signal.aborted) break;
      const next = performance.now() + paceMs;
      await this.begin(card);
      await pause(next - performance.now(), signal);
    }
    await Promise.all(this.underWay);
    while (this.again.length > 0 && !signal.aborted) {
      await this.begin(this.again.shift()!);
      await Promise.all(this.underWay);
    }
    return this;
  }

  private async begin(card: Card<AnyKind>): Promise<void> {
    while (this.underWay.size >= atOnce) await Promise.race(this.underWay);
    const strike = this.one(card).finally(() => this.underWay.delete(strike));
    this.underWay.add(strike);
  }

  private async one(card: Card<AnyKind>): Promise<void> {
    const { house, say, signal } = this.campaign;
    const hold = async (name: string) => {
      while ((this.held.get(name) ?? card) !== card) await sleep(50);
      this.held.set(name, card);
    };
    try {
      const struck = await strikers[card.kind]({ house, card, hold, signal });
      if (struck) await this.recover(card, struck);
      else this.miss(card);
    } catch (error) {
      say(`${card.kind}: the strike itself failed: ${(error as Error).message}`);
    } finally {
      this.letGo(card);
    }
  }

  private letGo(card: Card<AnyKind>): void {
    for (const [name, holder] of this.held) if (holder === card) this.held.delete(name);
  }

  private async recover(card: Card<AnyKind>, { at, target, lifted, isBack }: Struck): Promise<void> {
    const [{ say }, { kind }] = [this.campaign, card];
    const struckAt = performance.now();
    const index = this.strikes.push({ at, kind, target }) - 1;
    say(`strike ${index + 1}: ${kind}, ${target}`);
    await lifted;
    const [liftedAt, before] = [performance.now(), this.campaign.accepted()];
    const struckSince = Math.max(struckAt, liftedAt - 1);
    while (!(isBack(struckSince) && this.campaign.accepted() > before)) {
      if (performance.now() - liftedAt > restMs) this.letGo(card);
      if (performance.now() - liftedAt > backWithinMs) {
        this.stuck.push(`${target} was not back ${backWithinMs / 1_000} s after ${kind}`);
        return;
      }
      await sleep(50);
    }
    this.strikes[index] = { at, kind, target, recoveredAfterMs: Math.round(performance.now() - struckAt) };
  }

  private miss(card: Card<AnyKind>): void {
    const missed = (this.missed.get(card) ?? 0) + 1;
    this.missed.set(card, missed);
    this.campaign.say(`${card.kind}: its moment did not come`);
    if (missed < tries) this.again.push(card);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal }).catch(() => undefined);
}
