import type { z } from 'zod';
import type { ActorRole } from '../../domain/actor.ts';
import type { Result } from '../../domain/result.ts';
import { PROTOCOL_VERSIONS_SERVED } from '../../protocol/version.ts';
import {
  type AnyDeviceCaller,
  type DeviceCaller,
  type SessionCaller,
  toAnyDeviceCaller,
  toDeviceCaller,
  toSessionCaller,
} from '../auth/authenticate.ts';
import { jsonResponse } from '../http/json-response.ts';
import { problemToResponse, type Refused } from '../http/problem.ts';
import { BODY_LIMITS, type BodyLimits, readJsonBody } from '../http/read-body.ts';
import type { ServerPorts } from '../server-ports.ts';

/**
 * One row of the table of routes: the router, the permission tests and openapi.json are built from these. A row checks in this
 * order: who is it, may the role, is the body whole, is the protocol served, does the schema fit; only then its handler runs.
 */
export type Who =
  | { readonly auth: 'none' }
  /** `Authorization: Device <device token>`; with `isRevokedIn` also of a revoked device, for what it may still bring or say. */
  | { readonly auth: 'device'; readonly isRevokedIn?: true }
  /** `Authorization: Bearer <session token>` of an account with one of these roles. */
  | { readonly auth: 'session'; readonly roles: readonly ActorRole[] };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type ApiRequest = {
  readonly raw: Request;
  readonly params: Readonly<Record<string, string>>;
  /** The client's address, as far as it is known. */
  readonly address: string;
};

export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly who: Who;
  readonly summary: string;
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  /** The body is plain bytes, which the handler reads. */
  readonly takes: 'bytes' | undefined;
  /** Schema of the answer; `events` for server-sent events, `empty` for 204, `bytes` for bytes. */
  readonly answer: z.ZodType | 'events' | 'empty' | 'bytes';
  readonly run: (request: ApiRequest, ports: ServerPorts) => Promise<Response>;
};

export type Handled<Answer> = Promise<Result<Answer, Refused>>;

type Definition<Caller, Body, Query, Answer> = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodType<Body>;
  /** Where a body may weigh more than others. */
  readonly limits?: BodyLimits;
  readonly query?: z.ZodType<Query>;
  readonly takes?: 'bytes';
  readonly answer: z.ZodType<Answer> | 'events' | 'empty' | 'bytes';
  /** A `Response` is passed on as it is. */
  readonly handle: (
    input: { readonly caller: Caller; readonly body: Body; readonly query: Query; readonly request: ApiRequest },
    ports: ServerPorts,
  ) => Handled<Answer | Response>;
};

export const openRoute = <Body = undefined, Query = undefined, Answer = undefined>(
  definition: Definition<undefined, Body, Query, Answer>,
): Route => createRoute({ auth: 'none' }, async () => ({ ok: true, value: undefined }), definition);

export const deviceRoute = <Body = undefined, Query = undefined, Answer = undefined>(
  definition: Definition<DeviceCaller, Body, Query, Answer>,
): Route => createRoute({ auth: 'device' }, toDeviceCaller, definition);

export const anyDeviceRoute = <Body = undefined, Query = undefined, Answer = undefined>(
  definition: Definition<AnyDeviceCaller, Body, Query, Answer>,
): Route => createRoute({ auth: 'device', isRevokedIn: true }, toAnyDeviceCaller, definition);

export const sessionRoute = <Body = undefined, Query = undefined, Answer = undefined>({
  roles,
  ...definition
}: Definition<SessionCaller, Body, Query, Answer> & { readonly roles: readonly ActorRole[] }): Route =>
  createRoute({ auth: 'session', roles }, (request, ports) => toSessionCaller(request, ports, roles), definition);

function createRoute<Caller, Body, Query, Answer>(
  who: Who,
  identify: (request: ApiRequest, ports: ServerPorts) => Promise<Result<Caller, Refused>>,
  definition: Definition<Caller, Body, Query, Answer>,
): Route {
  const { method, path, summary, answer, handle } = definition;
  return {
    method,
    path,
    who,
    summary,
    answer,
    body: definition.body,
    query: definition.query,
    takes: definition.takes,
    async run(request, ports) {
      const caller = await identify(request, ports);
      if (!caller.ok) return problemToResponse(caller.error);
      const body = await parseBody(request.raw, definition.body, definition.limits);
      if (!body.ok) return problemToResponse(body.error);
      const query = parsePart(Object.fromEntries(new URL(request.raw.url).searchParams), definition.query);
      if (!query.ok) return problemToResponse(query.error);
      const handled = await handle({ caller: caller.value, body: body.value, query: query.value, request }, ports);
      if (!handled.ok) return problemToResponse(handled.error);
      if (handled.value instanceof Response) return handled.value;
      if (answer === 'empty') return new Response(null, { status: 204 });
      return jsonResponse(handled.value, request.raw.headers.get('accept-encoding') ?? '');
    },
  };
}

async function parseBody<T>(
  raw: Request,
  schema: z.ZodType<T> | undefined,
  limits: BodyLimits = BODY_LIMITS,
): Promise<Result<T, Refused>> {
  if (schema === undefined) return parsePart(undefined, schema);
  const json = await readJsonBody(raw, limits);
  return json.ok ? parsePart(json.value, schema) : json;
}

/** Without a schema the part is not looked at, and its type is undefined. */
function parsePart<T>(value: unknown, schema: z.ZodType<T> | undefined): Result<T, Refused> {
  if (schema === undefined) return { ok: true, value: undefined as T };
  const unserved = findUnservedProtocol(value);
  if (unserved !== undefined) {
    const served = PROTOCOL_VERSIONS_SERVED.join(', ');
    return {
      ok: false,
      error: {
        type: 'ProtocolUnsupported',
        detail: `This server speaks protocol ${served}. Update the app; nothing saved on the device is lost.`,
      },
    };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  const place = where === '' ? 'the whole' : where.replace(/[^\w.-]/g, '?').slice(0, 100);
  return {
    ok: false,
    error: { type: 'BodyInvalid', detail: `This part does not fit: ${place}. Compare it with /api/openapi.json.` },
  };
}

function findUnservedProtocol(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('protocol' in value)) return undefined;
  const version = Number(value.protocol);
  const isServed = PROTOCOL_VERSIONS_SERVED.some((served) => served === version);
  return Number.isInteger(version) && !isServed ? version : undefined;
}
