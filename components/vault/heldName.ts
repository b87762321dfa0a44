import type { HeldInfo } from '../../utils/vault/safe/items.ts';
import { t } from '../say.ts';

/** `自店舗利用 末尾 A9FR` or `Chatwork 店長`. */
export const heldName = (item: HeldInfo): string =>
  item.kind === 'key'
    ? t('popup.carriedApp', [item.app ?? t('popup.carriedNoApp'), item.last4])
    : t(`vault.tokenName.${item.service}`, [item.name]);
