import { setTimeout as sleep } from 'node:timers/promises';
import { makePacer } from '../../utils/keytest/pacer.ts';
import type { KeyTestPorts } from '../../utils/keytest/types.ts';
import { rmsFetch } from '../outgoing/rms.ts';
import type { Settings } from '../settings.ts';
import { makeBreaker } from './breaker.ts';
import { makeShare } from './share.ts';
import { readVendorSecrets } from './vendor-secrets.ts';

/** How this process asks RMS: paced, shared, given up at once while RMS is down. Throws `SettingError`. */
export function keyTestPorts({
  rmsApiUrl,
  vendorSecrets,
}: Pick<Settings, 'rmsApiUrl' | 'vendorSecrets'>): KeyTestPorts {
  const wait = (ms: number): Promise<void> => sleep(ms);
  const secretOf = vendorSecrets === null ? null : readVendorSecrets(vendorSecrets);
  const share = makeShare(Date.now);
  const breaker = makeBreaker(Date.now);
  return {
    fetch: rmsFetch(rmsApiUrl),
    sleep: wait,
    clock: Date.now,
    random: Math.random,
    pacer: makePacer(Date.now, wait),
    baseUrl: rmsApiUrl,
    around: (asking, ask) => share(asking, () => breaker.around(asking, ask)),
    ...(secretOf && {
      vendorSecret: (app) => app && secretOf({ developer: app.developer, app: app.name }),
    }),
  };
}
