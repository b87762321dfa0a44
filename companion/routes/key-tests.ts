import { runKeyTest } from '../../utils/keytest/run.ts';
import type { KeyTestRequest } from '../../utils/keytest/types.ts';
import type { KeyTestAsk } from '../../utils/model/companion.ts';
import { makeSecret } from '../../utils/model/secret.ts';
import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import type { Deps } from '../types.ts';

/** Tests a key by the very code of the extension. The key is kept nowhere. */
export const keyTestHandlers = (deps: Deps): Pick<Handlers, 'keyTest'> => ({
  keyTest: async ({ device, body }) => {
    const { clock, keyTest, log, metrics } = deps;
    const result = await runKeyTest(keyTest, requestOf(body));
    log('info', 'keyTest', { device: shortId(device.id), verdict: result.verdict });
    metrics.count('kagiban_key_tests_total', { verdict: result.verdict });
    return { at: clock(), result };
  },
});

const requestOf = ({ credentials, ...facts }: KeyTestAsk): KeyTestRequest => ({
  ...facts,
  credentials: {
    licenseKey: makeSecret(credentials.licenseKey),
    serviceSecret:
      credentials.serviceSecret === null ? null : makeSecret(credentials.serviceSecret),
  },
});
