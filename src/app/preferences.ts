import { effect, signal } from '@preact/signals';
import type { Theme } from '../features/session.ts';
import type { Locale } from '../i18n/locale.ts';

/** Language and colours of this device. They say nothing about anybody, so they may lie in local storage, readable before unlocking. */
const LOCALE_KEY = 'taccuino.locale';
const THEME_KEY = 'taccuino.theme';

const isLocale = (value: string | null): value is Locale => value === 'it' || value === 'en';
const isTheme = (value: string | null): value is Theme => value === 'system' || value === 'light' || value === 'dark';

const storedLocale = read(LOCALE_KEY);
const storedTheme = read(THEME_KEY);

/** Italian first: the language of the work, whatever the tablet is set to. */
export const locale = signal<Locale>(isLocale(storedLocale) ? storedLocale : 'it');
export const theme = signal<Theme>(isTheme(storedTheme) ? storedTheme : 'system');

effect(() => {
  document.documentElement.lang = locale.value;
  write(LOCALE_KEY, locale.value);
});

effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
  write(THEME_KEY, theme.value);
});

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Local storage may be switched off; a preference is not worth a message.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: it then lasts until the page closes.
  }
}
