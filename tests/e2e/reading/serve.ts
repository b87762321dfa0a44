import type { Reply, Site } from '../../sites/lib/types.ts';
import type { Sites } from '../../sites/start.ts';
import { encode } from './encode.ts';
import type { Case } from './variants.ts';

const reply = (text: string, charset: 'utf-8' | 'euc-jp' | 'shift_jis'): Reply => ({
  status: 200,
  headers: { 'content-type': `text/html; charset=${charset}`, 'cache-control': 'no-store' },
  body: charset === 'utf-8' ? text : encode(text, charset),
});

/** Puts every page on its real host name. */
export function servePages(sites: Sites, cases: Case[]): void {
  const site: Site = ({ request }) => {
    const [, root, name = '', part] = request.path.split('/');
    const found = cases.find(({ variant }) => variant.name === name);
    if (root !== 'apisson' || !found) return null;
    const draw = part === undefined ? found.variant.draw : found.variant.parts?.[part];
    return draw ? reply(draw(found.sheet), found.variant.charset ?? 'utf-8') : null;
  };
  for (const host of new Set(cases.map(({ url }) => new URL(url).host))) sites.serve(host, site);
}
