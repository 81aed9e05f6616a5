import type { OpenVault } from '../device/open-vault.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import { soonAppointments } from '../features/soon-appointments.ts';

const CHECK_MS = 60_000;

export type ReminderPorts = {
  readonly vault: OpenVault;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
  /** Shows that `n` appointments are near. Other people see a lock screen too: no name, no place, no reason. */
  readonly show: (n: number) => void;
};

/** Tells each near appointment once, for as long as the vault is open; `stop` ends it. */
export function startReminders({ vault, today, now, show }: ReminderPorts): () => void {
  const toldIds = new Set<string>();
  const check = () => {
    const fresh = soonAppointments(vault, today(), now()).filter((id) => !toldIds.has(id));
    for (const id of fresh) toldIds.add(id);
    if (fresh.length > 0) show(fresh.length);
  };
  check();
  const timer = setInterval(check, CHECK_MS);
  return () => clearInterval(timer);
}

/** Through the service worker, because Chromium on Android has no other way (https://crbug.com/481856). */
export async function showNotice(title: string, body: string): Promise<void> {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.showNotification(title, { body, tag: 'agenda', icon: '/icon-192.png' });
}
