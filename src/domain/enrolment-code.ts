import { Id } from './primitives.ts';

/**
 * What the square on a participant's badge says: `TE-` and the id of the enrolment without hyphens. It tells nobody anything, and leads
 * somewhere only on a device that holds the course.
 */
const PREFIX = 'TE-';

export const enrolmentToCode = (id: string): string => PREFIX + id.replaceAll('-', '').toUpperCase();

/** The enrolment that a scanned code names; undefined when it is the code of something else. */
export function readEnrolmentCode(text: string): Id | undefined {
  const hex = /^TE-([0-9A-F]{32})$/i.exec(text.trim())?.[1]?.toLowerCase() ?? '';
  const id = Id.safeParse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
  return id.success ? id.data : undefined;
}
