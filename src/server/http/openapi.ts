import { z } from 'zod';
import { Problem } from '../../protocol/problem.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { Route, Who } from '../routes/route.ts';

/** The table of routes as an OpenAPI 3.1 document: the same schemas that parse the requests. */
export function routesToOpenApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: routeToOperation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Taccuino',
      version: `${PROTOCOL_VERSION}`,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    paths,
    components: {
      schemas: { Problem: toSchema(Problem) },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token that signing in returned.' },
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Device <token>`, from enrolment.',
        },
      },
    },
  };
}

function routeToOperation({ path, summary, who, body, query, takes, answer }: Route): Record<string, unknown> {
  const pathParts = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    summary,
    description: describeWho(who),
    security: who.auth === 'none' ? [] : [{ [who.auth]: [] }],
    parameters: [...pathParts, ...queryToParameters(query)],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: toSchema(body) } } } }),
    ...(takes && { requestBody: { required: true, content: BYTES } }),
    responses: {
      ...answerToResponse(answer),
      default: {
        description: 'Refused, with the reason',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const BYTES = { 'application/octet-stream': {} };

const describeWho = (who: Who): string => {
  if (who.auth === 'none') return 'Open to everybody.';
  if (who.auth === 'device')
    return who.isRevokedIn ? 'For an enrolled device, also a revoked one.' : 'For an enrolled device.';
  return `For roles: ${who.roles.join(', ')}.`;
};

function queryToParameters(query: z.ZodType | undefined): unknown[] {
  if (!(query instanceof z.ZodObject)) return [];
  const shape: Record<string, z.ZodType> = query.shape;
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: toSchema(schema),
  }));
}

function answerToResponse(answer: Route['answer']): Record<string, unknown> {
  if (answer === 'empty') return { 204: { description: 'Done' } };
  if (answer === 'bytes') return { 200: { description: 'Bytes', content: BYTES } };
  if (answer === 'events') return { 200: { description: 'Events', content: { 'text/event-stream': {} } } };
  return { 200: { description: 'Done', content: { 'application/json': { schema: toSchema(answer) } } } };
}

function toSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return rest;
}
