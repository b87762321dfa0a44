import * as fc from 'fast-check';
import { generateSync } from 'json-schema-faker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW } from '../keytest/cases.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { pairedPerson, type Person } from './support/person.ts';

// The API as its own document describes it: valid requests made by json-schema-faker, then each of them
// broken in one place. Whatever comes, an answer is one that the document names, and never a fault of ours.

const LONG = process.env['KAGIBAN_LONG'] === '1';
const RUNS = LONG ? 300 : 6;

type Json = Record<string, unknown>;

interface Described {
  route: string;
  method: string;
  body: Json | null;
  query: Record<string, Json>;
  answers: string[];
}

function describedIn(document: Json): Described[] {
  const paths = document['paths'] as Record<string, Record<string, Json>>;
  return Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const content = (operation['requestBody'] as Json | undefined)?.['content'] as
        | Json
        | undefined;
      const parameters = operation['parameters'] as { name: string; in: string; schema: Json }[];
      const inQuery = parameters.filter((one) => one.in === 'query');
      return {
        route,
        method: method.toUpperCase(),
        body: ((content?.['application/json'] as Json | undefined)?.['schema'] as Json) ?? null,
        query: Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema])),
        answers: Object.keys(operation['responses'] as Json),
      };
    }),
  );
}

/** Values that break what expects another, or that have broken other servers. */
const NASTY = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '\u0000',
    '\ud800',
    "'; DROP TABLE shop; --",
    '../../etc/passwd',
    -1,
    1e308,
    0.5,
    2 ** 53,
    [],
    {},
    true,
    'x'.repeat(5_000),
    '鍵'.repeat(300),
  ),
  fc.jsonValue(),
);

/** Every place in a value: where something can be put, taken away or added. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, one]) =>
    placesIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...inner];
}

function broken(value: unknown, path: (string | number)[], act: string, nasty: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) {
    if (act === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { ...value, ['added field']: nasty };
    }
    return nasty;
  }
  const copy = structuredClone(value) as Record<string | number, unknown>;
  if (rest.length === 0 && act === 'drop' && !Array.isArray(copy)) delete copy[name];
  else copy[name] = broken(copy[name], rest, act, nasty);
  return copy;
}

describeOnBoth('whatever is sent', ({ settings, open, kind }) => {
  let companion: TestCompanion;
  let person: Person;
  let all: Described[];
  beforeAll(async () => {
    companion = await makeCompanion(NOW, { database: await open(await settings()) });
    person = await pairedPerson(companion);
    all = describedIn((await person.ask('openapi')).body);
  });
  afterAll(() => companion.close());

  const send = async ({ route, method, answers }: Described, body: unknown, query: string) => {
    // The token that the rest of the test needs is not given away.
    const id = route.includes('self') ? '' : 'x-1';
    const path = route.replace(/\{\w+\}/, id) + query;
    const token = route.includes('self') ? 'A'.repeat(43) : person.token;
    const headers = { authorization: `Bearer ${token}` };
    const response = await companion.call(path, { method, headers, body });
    const text = await response.text();
    expect([route, String(response.status)]).toEqual([route, expect.toBeOneOf(answers)]);
    expect(text).not.toContain('"code":"unexpected"');
    return response.status;
  };
  const valid = (one: Described, seed: number): unknown =>
    one.body === null
      ? undefined
      : generateSync(one.body, { seed, optionalsProbability: 0.8, maxItems: 3, maxDepth: 20 });
  const queryOf = (one: Described, seed: number): string => {
    const given = Object.entries(one.query).map(([name, schema]) => [
      name,
      String(generateSync(schema, { seed })),
    ]);
    const text = new URLSearchParams(given as [string, string][]).toString();
    return text && `?${text}`;
  };

  test('what the document allows is understood', async () => {
    const statuses = new Set<number>();
    for (const one of all) {
      for (let seed = 1; seed <= RUNS; seed += 1) {
        statuses.add(await send(one, valid(one, seed), queryOf(one, seed)));
      }
    }
    expect(statuses).toContain(200);
    expect([...statuses].filter((status) => [400, 413, 415, 500, 503].includes(status))).toEqual(
      [],
    );
  });

  test('what it does not allow is refused whole, and breaks nothing', async () => {
    const withBody = all.filter(({ body }) => body !== null);
    const cases = fc.record({
      one: fc.nat(withBody.length - 1),
      seed: fc.integer({ min: 1, max: 10_000 }),
      place: fc.nat(1_000),
      act: fc.constantFrom('put', 'drop', 'add'),
      nasty: NASTY,
    });
    const numRuns = (kind === 'sqlite' ? 20 : 10) * RUNS;
    await fc.assert(
      fc.asyncProperty(cases, async ({ one, seed, place, act, nasty }) => {
        const described = withBody[one] as Described;
        const body = valid(described, seed);
        const places = placesIn(body);
        const path = places[place % places.length] ?? [];
        const status = await send(described, JSON.stringify(broken(body, path, act, nasty)), '');
        if (act === 'add' && path.length === 0) expect(status).toBe(400);
      }),
      { numRuns, seed: LONG ? Date.now() % 2 ** 31 : 20_261_126 },
    );
  });

  test('queries that it does not know', async () => {
    for (const one of all) {
      for (const query of [
        '?x=1',
        '?shop=a&shop=b',
        '?__proto__=1',
        '?shop=%00',
        '?limit=0&before=-1',
      ]) {
        if (one.method === 'GET') expect(await send(one, undefined, query)).toBe(400);
      }
    }
  });

  test('and afterwards everything works', async () => {
    expect((await person.ask('shops')).status).toBe(200);
    expect(companion.lines.filter((line) => line.includes('"failed"'))).toEqual([]);
  });
});

describe('bytes that are no JSON', () => {
  test('are refused', async () => {
    const companion = await makeCompanion(NOW);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (body) => {
        const response = await companion.call('/v1/pairings', { body });
        expect(response.status).toBeOneOf([400, 403]);
      }),
      { numRuns: 10 * RUNS },
    );
    await companion.close();
  });
});
