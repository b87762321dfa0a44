import { i18n } from '#i18n';
import type { Say } from '../utils/model/say.ts';

/** The words of the browser's language. `i18n.t` is typed per key; `Say` is its plain shape. */
export const t = ((key, substitutions) =>
  substitutions ? i18n.t(key as never, substitutions as never) : i18n.t(key as never)) as Say;

/** Screen readers choose their voice by it: the language of our words, not of the browser. */
export function markLanguage(page: Document): void {
  page.documentElement.lang = t('common.lang');
}
