import type { ComponentChildren } from 'preact';

/** The dot between two facts ends a line; it never begins the next. */
export const tieDots = (words: ComponentChildren): ComponentChildren =>
  typeof words === 'string' ? words.replaceAll(' · ', '\u00a0· ') : words;
