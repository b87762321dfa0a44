import { pairCompanion, testAtCompanion } from '../../utils/keytest/companion-client.ts';
import { makeSecret } from '../../utils/model/secret.ts';
import { expectSame } from './account.ts';
import type { Walk } from './walk.ts';

const send = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

/**
 * Pairs with the companion by its code and lets it test the shop's new key, by the extension's own client.
 * In the browser, pairing asks for permission by a prompt that nobody can answer without a display.
 */
export async function askCompanion({ companion, sites, account }: Walk): Promise<void> {
  const { app, license } = sites.rms.license('店舗様');
  const { address, code } = companion;
  const { token } = await pairCompanion(send, address, {
    code,
    person: 'npm start',
    device: 'npm start',
  });
  account.saw(`paired with ${address}`);
  const { result } = await testAtCompanion(
    send,
    { address, token },
    {
      owner: app.owner,
      app: null,
      shopDigits: sites.rms.shop().state.id,
      credentials: {
        licenseKey: makeSecret(license.key),
        serviceSecret: makeSecret(app.serviceSecret),
      },
      expiresOn: null,
      state: 'active',
      issuedAt: license.issuedAt,
      firstTestAt: null,
      requiredFunctions: ['rpay.order.getOrder'],
    },
  );
  account.saw(`the companion says: ${result.verdict}`);
  expectSame('the companion’s verdict', result.verdict, 'valid');
}
