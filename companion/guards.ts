import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { problem } from './problems.ts';
import type { CompanionEnv } from './types.ts';

/** A page whose name was pointed at this machine (DNS rebinding) still calls us by its own name. */
export const guardHost = (hostNames: readonly string[]) =>
  createMiddleware<CompanionEnv>(async (c, next) => {
    const name = (c.req.header('host') ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
    if (!hostNames.includes(name)) return problem(c, 'hostRefused');
    return next();
  });

const EXTENSION = /^(?:chrome|moz)-extension:\/\/[a-z0-9-]{1,64}$/i;

/** A browser names the page that asks; only an extension may, and programs that are no browser. */
export const guardOrigin = createMiddleware<CompanionEnv>(async (c, next) => {
  const origin = c.req.header('origin');
  if (origin !== undefined && !EXTENSION.test(origin)) return problem(c, 'originRefused');
  return next();
});

// What a form can send without asking (text/plain, form data) is refused by name.
const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

export const guardType = createMiddleware<CompanionEnv>(async (c, next) => {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) return problem(c, 'notJson');
  return next();
});

/** Refuses a body of more bytes. One that says its length is held to it by Node, and read as it comes; others are counted. */
export const guardSize = (maxSize: number) => {
  const counted = bodyLimit({ maxSize, onError: (c) => problem(c, 'tooLarge') });
  return createMiddleware<CompanionEnv>(async (c, next) => {
    const length = c.req.header('content-length');
    const isCounted = length === undefined || c.req.header('transfer-encoding') !== undefined;
    if (isCounted) return counted(c, next);
    if (Number(length) > maxSize) return problem(c, 'tooLarge');
    return next();
  });
};
