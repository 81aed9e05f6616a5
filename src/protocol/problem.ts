import { z } from 'zod';

/** Errors of the API (RFC 9457, `application/problem+json`). `type` is stable and is what code decides on; `detail` says what to do. */
export const PROBLEM_TYPES = [
  'AccountDisabled',
  'BodyInvalid',
  'BodyTooLarge',
  'ContentTypeUnsupported',
  'CursorInvalid',
  'DeviceRevoked',
  'DeviceUnknown',
  'EnrolmentCodeInvalid',
  'InvitationInvalid',
  'InvitationOver',
  'FileBroken',
  'FileTypeRefused',
  'NotFound',
  'MethodNotAllowed',
  'NotPermitted',
  'ProtocolUnsupported',
  'ServerBusy',
  'ServerFault',
  'SessionExpired',
  'SignInRefused',
  'SignInSlowDown',
  'StreamForeign',
  'StreamForked',
  'StreamGap',
  'VaultUnknown',
] as const;
export const ProblemType = z.enum(PROBLEM_TYPES);
export type ProblemType = z.infer<typeof ProblemType>;

/** `type` on the wire is `tag:taccuino,2026:<ProblemType>`. */
export const PROBLEM_TYPE_PREFIX = 'tag:taccuino,2026:';

export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** With StreamGap: the last sequence number the server holds. */
  mark: z.int().min(0).optional(),
  /** With SignInSlowDown and ServerBusy. */
  retryAfterSeconds: z.int().min(0).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The stable type of a problem, if it is one that this version knows. */
export function findProblemType(problem: Problem): ProblemType | undefined {
  const parsed = ProblemType.safeParse(problem.type.replace(PROBLEM_TYPE_PREFIX, ''));
  return parsed.success ? parsed.data : undefined;
}
