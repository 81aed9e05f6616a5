import type { CalendarDate, Instant } from '../domain/primitives.ts';

/** The server's clock, the only one that dates a decision. */
export type Clock = {
  now(): Instant;
  /** Today where the network works: a service logged at half past midnight in Genova is not in the future. */
  today(): CalendarDate;
};

// Swedish writes dates as ISO does.
const romeDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });

export const createClock = (nowMs: () => number): Clock => ({
  now: () => new Date(nowMs()).toISOString(),
  today: () => romeDay.format(nowMs()),
});

export const systemClock: Clock = createClock(() => Date.now());
