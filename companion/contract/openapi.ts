import * as z from 'zod/mini';
import { problemDetails, problemStatus, type ProblemCode } from '../problems.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

/** What any route of that kind may answer, whatever it does. */
const COMMON: readonly ProblemCode[] = ['hostRefused', 'originRefused', 'badQuery', 'unexpected'];
const STORE: readonly ProblemCode[] = ['storeFull', 'storeDown'];
const DEVICE: readonly ProblemCode[] = ['tokenMissing', 'tokenUnknown', 'deviceRevoked', ...STORE];
const BODY: readonly ProblemCode[] = ['notJson', 'tooLarge', 'badBody'];

/** Every code that the operation may answer with. */
export const problemsOf = (operation: Operation): ProblemCode[] => [
  ...new Set([
    ...COMMON,
    ...(operation.who === 'device' ? DEVICE : []),
    ...(operation.who === 'code' || operation.who === 'link' ? STORE : []),
    ...(operation.body ? BODY : []),
    ...operation.problems,
  ]),
];

/** The document of OpenAPI 3.1 for these operations, made of the very schemas that requests are parsed by. */
export function openApiOf(operations: Record<string, Operation>): Json {
  const paths: Record<string, Json> = {};
  for (const [id, operation] of Object.entries(operations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: operationOf(id, operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kagiban companion', version: '1', license: { name: 'MPL-2.0' } },
    paths,
    components: {
      securitySchemes: { device: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: jsonSchemaOf(problemDetails, 'output') },
    },
  };
}

function operationOf(id: string, operation: Operation): Json {
  const { summary, who, body, answer, status, type } = operation;
  return {
    operationId: id,
    summary,
    ...(who === 'device' ? { security: [{ device: [] }] } : {}),
    parameters: [...pathParameters(operation.path), ...queryParameters(operation.query)],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchemaOf(body, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: summary,
        ...(status === 204
          ? {}
          : {
              content: {
                [type]: { schema: answer ? jsonSchemaOf(answer, 'output') : { type: 'string' } },
              },
            }),
      },
      ...problemResponses(operation),
    },
  };
}

function problemResponses(operation: Operation): Json {
  const byStatus = Map.groupBy(problemsOf(operation), problemStatus);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9-]{1,64}$' },
  }));

function queryParameters(query: Operation['query']): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(query, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function jsonSchemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _named, ...rest } = z.toJSONSchema(schema, {
    io,
    // By itself a list of two in JSON Schema may be shorter and longer; ours may not.
    override: ({ zodSchema, jsonSchema }) => {
      // oxlint-disable-next-line no-underscore-dangle -- zod's own name for what a schema is made of
      const { def } = zodSchema._zod;
      if (def.type !== 'tuple') return;
      jsonSchema.minItems = def.items.length;
      jsonSchema.maxItems = def.items.length;
    },
  });
  return rest;
}
