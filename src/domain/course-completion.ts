/** Who attended at least this part of a course has completed it, and gets a certificate. [S] */
export const COMPLETION_SHARE = 0.75;

/** A course without a length is completed by nobody's paper. */
export const isCourseCompleted = (minutes: number, courseMinutes: number): boolean =>
  minutes >= COMPLETION_SHARE * courseMinutes;
