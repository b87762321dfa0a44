import type { Call, Handler, Site } from './types.ts';

export interface Route {
  method: string;
  /** `/apisson/apps/:license`; a last `*` takes the rest. */
  pattern: string;
  handler: Handler;
}

export const route = (method: string, pattern: string, handler: Handler): Route => ({
  method,
  pattern,
  handler,
});

const ESCAPED = /[.+?^${}()|[\]\\]/g;

function expression(pattern: string): RegExp {
  const source = pattern
    .replace(ESCAPED, String.raw`\$&`)
    .replace(/:([a-zA-Z]+)/g, '(?<$1>[^/]+)')
    .replace('*', '.*');
  return new RegExp(`^${source}$`);
}

/** The params of a path that fits the pattern; null where it does not. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const found = expression(pattern).exec(path);
  if (found === null) return null;
  const groups = Object.entries(found.groups ?? {});
  return Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]));
}

/** The first route that fits answers. */
export function site(routes: readonly Route[]): Site {
  return (call: Call) => {
    for (const { method, pattern, handler } of routes) {
      const params = method === call.request.method ? match(pattern, call.request.path) : null;
      if (params !== null) return handler({ ...call, params });
    }
    return null;
  };
}
