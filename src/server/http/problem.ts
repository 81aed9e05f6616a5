import { PROBLEM_TYPE_PREFIX, type Problem, type ProblemType } from '../../protocol/problem.ts';

/** An expected "no" of the API, before it becomes a response. */
export type Refused = {
  readonly type: ProblemType;
  /** In place of the general sentence. */
  readonly detail?: string;
  readonly mark?: number;
  readonly retryAfterSeconds?: number;
};

const PROBLEMS = {
  AccountDisabled: [403, 'This account was closed', 'Ask your coordinator. What is on the device is not lost.'],
  BodyInvalid: [400, 'The request is not what this address takes', 'Compare it with /api/openapi.json.'],
  BodyTooLarge: [413, 'The request is too large', 'Send fewer changes at once.'],
  ContentTypeUnsupported: [415, 'Only JSON is taken', 'Send application/json, plain or with Content-Encoding gzip.'],
  CursorInvalid: [
    400,
    'The cursor is not one for this account and server',
    'Pull again from the start, without a cursor.',
  ],
  DeviceRevoked: [403, 'This device was revoked', 'Ask your coordinator for a new enrolment code.'],
  DeviceUnknown: [401, 'This device is not enrolled', 'Enrol it with a code from your coordinator.'],
  EnrolmentCodeInvalid: [403, 'The code is wrong, used or too old', 'Check it letter by letter or ask for a new one.'],
  InvitationInvalid: [403, 'This is no code of an event', 'Scan the code again, or ask who keeps the event.'],
  InvitationOver: [403, 'The code of this event has ended', 'Ask who keeps the event.'],
  FileBroken: [
    409,
    'The pieces do not make the file that they are called by',
    'Nothing of it was kept: send all pieces again.',
  ],
  FileTypeRefused: [415, 'The file is not what its record says', 'Photos (JPEG, PNG, WebP) and PDF are taken.'],
  NotFound: [404, 'There is nothing here', 'Check the address.'],
  MethodNotAllowed: [405, 'This address does not take that method', 'See the Allow header.'],
  NotPermitted: [403, 'Your role may not do this', 'Ask your coordinator.'],
  ProtocolUnsupported: [
    400,
    'This protocol version is not served',
    'Update the app; nothing saved on the device is lost.',
  ],
  ServerBusy: [503, 'The server is busy', 'Try again after the time in Retry-After.'],
  ServerFault: [500, 'Something went wrong here', 'Try again later; nothing was half-written.'],
  SessionExpired: [401, 'You are not signed in', 'Sign in again; what is saved on the device stays.'],
  SignInRefused: [401, 'User name or password are wrong', 'Try again, or ask your coordinator for a new password.'],
  SignInSlowDown: [429, 'Too many attempts', 'Wait for the time in Retry-After, then try again.'],
  StreamForeign: [409, 'This stream belongs to somebody else', 'Start a new stream.'],
  StreamForked: [
    409,
    'A sequence number came back with other content',
    'Start a new stream and send the changes again.',
  ],
  StreamGap: [409, 'Changes are missing before these', 'Send again from the number after `mark`.'],
  VaultUnknown: [404, 'This vault is not known here', 'Sign in once on the device where it lies.'],
} as const satisfies Record<ProblemType, readonly [number, string, string]>;

export function problemToResponse(refused: Refused, headers: Record<string, string> = {}): Response {
  const { type, mark, retryAfterSeconds } = refused;
  const [status, title, advice] = PROBLEMS[type];
  const problem: Problem = {
    type: `${PROBLEM_TYPE_PREFIX}${type}`,
    title,
    status,
    detail: refused.detail ?? advice,
    ...(mark !== undefined && { mark }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds !== undefined && { 'retry-after': `${retryAfterSeconds}` }),
      ...(status === 401 && { 'www-authenticate': type === 'DeviceUnknown' ? 'Device' : 'Bearer' }),
      ...headers,
    },
  });
}
