import type { Cdp } from './cdp.ts';

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Runs a function of one plain argument in a target and gives its (plain) value. */
export async function evaluateIn<A, T>(
  cdp: Cdp,
  sessionId: string,
  fn: (arg: A) => T | Promise<T>,
  arg: A,
): Promise<T> {
  const { result, exceptionDetails } = await cdp.send<Evaluated>(
    'Runtime.evaluate',
    {
      expression: `(${fn.toString()})(${JSON.stringify(arg) ?? ''})`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    },
    sessionId,
  );
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value as T;
}
