import { appKey } from '../../utils/ledger/names.ts';
import { recordTest } from '../../utils/keytest/record.ts';
import { runKeyTest } from '../../utils/keytest/run.ts';
import type { KeyTestRequest } from '../../utils/keytest/types.ts';
import type { KeyTestAsk } from '../../utils/model/companion.ts';
import type { TestResult } from '../../utils/model/key-test.ts';
import type { Ledger, License } from '../../utils/model/ledger.ts';
import { last4Of, makeSecret } from '../../utils/model/secret.ts';
import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import { Refusal } from '../problems.ts';
import type { Device } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { signed } from './signed.ts';

/** Tests a key by the very code of the extension. The key is kept nowhere; what it showed is. */
export const keyTestHandlers = (deps: Deps): Pick<Handlers, 'keyTest'> => ({
  keyTest: async ({ device, body }) => {
    const { clock, keyTest, log, metrics } = deps;
    const shopId = await shopOf(deps, device, body);
    const request = requestOf(body);
    // A token for some shops tests keys of these shops only: where nobody can tell, it does not.
    const whose = device.scope.every ? 'likely' : 'proved';
    const result = await runKeyTest(keyTest, request, { whose });
    log('info', 'keyTest', { device: shortId(device.id), verdict: result.verdict });
    metrics.count('kagiban_key_tests_total', { verdict: result.verdict });
    if (shopId !== null) await keep(deps, device, { shopId, request, result });
    return { at: clock(), result };
  },
});

/** The shop that the key is said to belong to; null = one that the ledger does not know. */
async function shopOf(
  { store }: Deps,
  { scope }: Device,
  { shopDigits }: KeyTestAsk,
): Promise<string | null> {
  const found = shopDigits === null ? null : await store.shopIdByDigits(scope, shopDigits);
  if (found === null && !scope.every) throw new Refusal('shopUnknown');
  return found;
}

interface Tested {
  shopId: string;
  request: KeyTestRequest;
  result: TestResult;
}

/** Writes down what the test showed, for all browsers of the shop, where the ledger knows the key. */
async function keep({ store, clock, newId }: Deps, device: Device, tested: Tested): Promise<void> {
  const { shopId, request, result } = tested;
  await store.update(device.scope, shopId, (ledger) => {
    const license = licenseOf(ledger, request);
    if (!license) return { change: {}, answer: null };
    const done = { result, by: 'companion' as const };
    const { change } = recordTest(ledger, { licenseId: license.id }, done, newId, clock());
    return { change: signed(change, device), answer: null };
  });
}

/** By its app and last four characters; null where they don't tell one key. */
function licenseOf(ledger: Ledger, { app, owner, credentials }: KeyTestRequest): License | null {
  const apps = ledger.apps.filter((one) =>
    app ? appKey(one.developer, one.name) === appKey(app.developer, app.name) : one.owner === owner,
  );
  const last4 = last4Of(credentials.licenseKey);
  const found = ledger.licenses.filter(
    (one) => one.last4 === last4 && one.goneAt === null && apps.some(({ id }) => id === one.appId),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const requestOf = ({ credentials, ...facts }: KeyTestAsk): KeyTestRequest => ({
  ...facts,
  credentials: {
    licenseKey: makeSecret(credentials.licenseKey),
    serviceSecret:
      credentials.serviceSecret === null ? null : makeSecret(credentials.serviceSecret),
  },
});
