import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import { stateSays } from '../../journeys/pages/volunteer.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';

const PHONES: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, { size: 'phone', isWhole: true }];
/** Each language on the phones that volunteers have. */
const IN_EACH_TONGUE: readonly Face[] = [
  { size: 'phone', isWhole: true },
  { size: 'phone', theme: 'dark', isWhole: true },
  ...TIGHT_FACES,
];
/** How the languages call themselves; two of them are written from right to left. */
const TONGUES = [
  ['ara', 'العربية'],
  ['urd', 'اردو'],
  ['ben', 'বাংলা'],
  ['ukr', 'Українська'],
  ['fra', 'Français'],
  ['spa', 'Español'],
  ['eng', 'English'],
  ['ita', 'Italiano'],
] as const;
const CARD = 'TC 0123A BCDEF GHJKM NPQRS';

export async function takeCounting(studio: Studio, phone: Page): Promise<void> {
  const plus = phone.getByRole('button', { name: /^\+1/ });
  await studio.take(phone, 'guest-counter', PHONES);
  for (let tap = 0; tap < 3; tap++) await plus.click();
  await phone.getByRole('button', { name: 'Donna' }).click();
  await phone.getByRole('button', { name: '18–60 anni' }).click();
  await stateSays(phone, 'Tutto inviato');
  await studio.take(phone, 'guest-all-sent', ONE_EACH);
  await phone.route(`**${API_BASE}/push*`, (route) => route.fulfill({ status: 503, body: '' }));
  await plus.click();
  await stateSays(phone, 'Salvato qui');
  await studio.take(phone, 'guest-waiting', PHONES);
  await takeTurn(studio, phone);
  await phone.context().setOffline(true);
  await plus.click();
  await stateSays(phone, 'Senza rete');
  await studio.take(phone, 'guest-offline', PHONES);
  await takeScan(studio, phone);
  await takeTongues(studio, phone);
  await phone.unroute(`**${API_BASE}/push*`);
  await phone.context().setOffline(false);
}

/** One's own hours: nothing, the wrong way round, and saved. */
async function takeTurn(studio: Studio, phone: Page): Promise<void> {
  const save = phone.getByRole('button', { name: 'Salva' });
  await save.click();
  await studio.take(phone, 'guest-turn-missing', [{ size: 'phone', isWhole: true }]);
  await phone.getByLabel('Dalle', { exact: true }).fill('11:30');
  await phone.getByLabel('Alle', { exact: true }).fill('09:00');
  await save.click();
  await studio.take(phone, 'guest-turn-reversed', [{ size: 'phone', isWhole: true }, ...TIGHT_FACES]);
  await phone.getByLabel('Dalle', { exact: true }).fill('08:30');
  await phone.getByLabel('Alle', { exact: true }).fill('11:00');
  await phone.getByLabel('Una nota per chi coordina').fill('Mancavano i guanti.');
  await save.click();
  await phone.getByText('Salvato.').waitFor();
  await studio.take(phone, 'guest-turn-saved', [{ size: 'phone', isWhole: true }]);
}

/** A card by hand where there is no camera or none is allowed, and by a camera. */
async function takeScan(studio: Studio, phone: Page): Promise<void> {
  for (const [name, fault] of [
    ['no-camera', 'NotFoundError'],
    ['camera-denied', 'NotAllowedError'],
  ] as const) {
    await phone.evaluate((type) => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('no picture', type);
      };
    }, fault);
    await phone.getByRole('button', { name: 'Leggi una tessera' }).click();
    await phone.getByText(/Scrivi il codice qui sotto/).waitFor();
    await studio.take(phone, `guest-${name}`, [...EVERY_FACE, ...TIGHT_FACES]);
    await phone.getByRole('button', { name: 'Chiudi' }).click();
  }
  await phone.getByRole('button', { name: 'Leggi una tessera' }).click();
  for (const [name, typed, answer] of [
    ['wrong', 'TC 12', 'Questo non è il codice'],
    ['taken', CARD, 'Salvato.'],
    ['twice', CARD, 'già contata'],
  ] as const) {
    await phone.getByLabel('Codice della tessera').fill(typed);
    await phone.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await phone.getByRole('dialog').getByText(answer).waitFor();
    await studio.take(phone, `guest-card-${name}`, [{ size: 'phone' }]);
  }
  await phone.getByRole('button', { name: 'Chiudi' }).click();
  await showFilm(phone);
  await phone.getByRole('button', { name: 'Leggi una tessera' }).click();
  await phone.getByText('Inquadra il quadrato').waitFor();
  await studio.take(phone, 'guest-scan', [...ONE_EACH, ...TIGHT_FACES]);
  await phone.getByRole('button', { name: 'Chiudi' }).click();
}

/** What a camera sees in the evening: a few shades of grey. */
async function showFilm(phone: Page): Promise<void> {
  await phone.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
      const context = canvas.getContext('2d');
      const draw = (step: number) => {
        if (context === null) return;
        context.fillStyle = `hsl(210 12% ${30 + (step % 3)}%)`;
        context.fillRect(0, 0, 640, 480);
        context.fillStyle = '#8a8f96';
        context.fillRect(220, 140, 200, 200);
      };
      draw(0);
      let step = 0;
      setInterval(() => {
        step += 1;
        draw(step);
      }, 100);
      return canvas.captureStream(10);
    };
  });
}

async function takeTongues(studio: Studio, phone: Page): Promise<void> {
  for (const [code, name] of TONGUES) {
    await phone.getByRole('button', { name, exact: true }).click();
    await phone.waitForFunction(
      (tongue) =>
        [...document.querySelectorAll('.guest-languages [aria-pressed="true"]')].some(
          (one) => one.textContent === tongue,
        ),
      name,
    );
    await studio.take(phone, `guest-${code}`, IN_EACH_TONGUE);
  }
}
