import { Hono } from 'hono';
import { runKeyTest } from '../../utils/keytest/run.ts';
import type { KeyTestAnswer, KeyTestAsk } from '../../utils/model/companion.ts';
import { keyTestAskSchema } from '../../utils/model/companion.schema.ts';
import { makeSecret } from '../../utils/model/secret.ts';
import type { KeyTestRequest } from '../../utils/keytest/types.ts';
import { requireDevice } from '../auth.ts';
import { bodyAs } from '../body.ts';
import { shortId } from '../log.ts';
import { problem } from '../problems.ts';
import type { CompanionEnv, Deps } from '../types.ts';

/** `POST /v1/key-tests`: tests a key by the very code of the extension. The key is kept nowhere. */
export const keyTests = ({ store, clock, keyTest, log }: Deps) =>
  new Hono<CompanionEnv>().post('/', requireDevice(store), async (c) => {
    const ask = await bodyAs(c, keyTestAskSchema);
    if (!ask) return problem(c, 'badBody');
    const result = await runKeyTest(keyTest, requestOf(ask));
    log('info', 'keyTest', { device: shortId(c.get('device').id), verdict: result.verdict });
    return c.json({ at: clock(), result } satisfies KeyTestAnswer);
  });

const requestOf = ({ credentials, ...facts }: KeyTestAsk): KeyTestRequest => ({
  ...facts,
  credentials: {
    licenseKey: makeSecret(credentials.licenseKey),
    serviceSecret:
      credentials.serviceSecret === null ? null : makeSecret(credentials.serviceSecret),
  },
});
