import type { Context } from 'hono';
import type * as z from 'zod/mini';

/** The body as that schema knows it; null for anything else. What was wrong with it is not repeated. */
export async function bodyAs<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await c.req.text()));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
