import type { ActorRole } from '../domain/actor.ts';
import { PAGES, type Page } from './pages.tsx';
import { isStaff, PLACES } from './places.ts';

/** Without the work with people: an account that may not read it meets no empty list and no button that would be refused. */
const PLACES_OF_ALL: readonly string[] = [PLACES.safety, PLACES.settings, PLACES.password];
const FURTHER_PLACES: Readonly<Partial<Record<ActorRole, readonly string[]>>> = {
  volunteer: [PLACES.events, PLACES.event(':id'), PLACES.presenceSheet(':id')],
  admin: [PLACES.account(':id')],
};

export function pagesOf(role: ActorRole): readonly Page[] {
  if (isStaff(role)) return PAGES;
  const places = [...PLACES_OF_ALL, ...(FURTHER_PLACES[role] ?? [])];
  return PAGES.filter(({ path }) => places.includes(path));
}
