import type { Page } from 'playwright-core';
import { EVERY_FACE, type Face, type Studio, TIGHT_FACES } from '../studio.ts';
import { goTo, speak } from '../walk.ts';

export type Stop = { readonly name: string; readonly path: string; readonly prepare?: (page: Page) => Promise<void> };

const EVERY_AND_WHOLE: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, { size: 'phone', isWhole: true }];
const IN_ENGLISH: readonly Face[] = [{ size: 'tablet' }, { size: 'phone', isWhole: true }];

/** Every screen of a person in every size, once dark, in English, and where layouts break first. */
export async function takeTour(studio: Studio, page: Page, album: string, stops: readonly Stop[]): Promise<void> {
  for (const stop of stops) {
    await visit(page, stop);
    await studio.take(page, `${album}-${stop.name}`, EVERY_AND_WHOLE);
  }
  await speak(page, 'English');
  for (const stop of stops) {
    await visit(page, stop);
    await studio.take(page, `${album}-${stop.name}-en`, IN_ENGLISH);
  }
  await speak(page, 'Italiano');
}

async function visit(page: Page, { path, prepare }: Stop): Promise<void> {
  await goTo(page, path);
  await prepare?.(page);
}
