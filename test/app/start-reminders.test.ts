import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startReminders } from '../../src/app/start-reminders.ts';
import { en } from '../../src/i18n/messages/en.ts';
import { it } from '../../src/i18n/messages/it.ts';
import { marta, recordOf, TODAY, vaultOf, youssef } from '../features/vault-of.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const at = (time: string, by = marta, state = 'PLAN') =>
  recordOf('appointment', { what: 'Visita in ospedale', date: TODAY, time, state }, { by });

/** The clock of an office in winter starts at 16:00 and walks with the timers. */
function remind(...records: Parameters<typeof vaultOf>[0]) {
  vi.setSystemTime('2026-11-23T15:00:00.000Z');
  const shown: string[] = [];
  const clock = () => new Date().toISOString();
  const stop = startReminders({
    vault: vaultOf(records, { actor: marta }),
    today: () => TODAY,
    now: clock,
    show: (n) => shown.push(`${clock().slice(11, 16)} ${n}`),
  });
  return { shown, stop };
}

test('an appointment is told once, a quarter of an hour before', () => {
  const { shown } = remind(at('16:30'));
  vi.advanceTimersByTime(60 * 60_000);
  expect(shown).toEqual(['15:15 1']);
});

test('two at one hour are one notice; those already begun, ended, or of a colleague are none', () => {
  const { shown } = remind(at('16:10'), at('16:10'), at('16:00'), at('16:12', marta, 'CANC'), at('16:10', youssef));
  vi.advanceTimersByTime(60 * 60_000);
  expect(shown).toEqual(['15:00 2']);
});

test('after the vault is closed nothing is told', () => {
  const { shown, stop } = remind(at('16:30'));
  stop();
  vi.advanceTimersByTime(60 * 60_000);
  expect(shown).toEqual([]);
});

test('what a notification says is made of fixed words and a number: it has no place for a name', () => {
  for (const messages of [it, en]) {
    const texts = [...Object.values(messages['agenda.soon']), messages['agenda.soonText']];
    expect(new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))).toEqual(new Set(['{n}']));
  }
});

test('nothing else in the app notifies', () => {
  const sources = import.meta.glob<string>('../../src/**/*.{ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const notifying = Object.keys(sources).filter((path) =>
    /showNotification\(|new Notification\(/.test(sources[path] ?? ''),
  );
  expect(notifying).toEqual(['../../src/app/start-reminders.ts']);
});
