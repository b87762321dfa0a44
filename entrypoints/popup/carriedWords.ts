import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatClock } from '../../components/words.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';

/** `店舗A・GoQ System 末尾 IANT` */
export function carriedName(info: CarriedInfo, known: Known | null): string {
  const shop = shopOf(info, known);
  const app = t('popup.carriedApp', [info.app ?? t('popup.carriedNoApp'), info.last4]);
  return shop === null ? app : `${shop}・${app}`;
}

export const shopOf = (info: CarriedInfo, known: Known | null): string | null =>
  known?.overview.shops.find((shop) => shop.id === info.shopId)?.label ?? null;

/** What is carried and how long it lives. */
export const carriedLife = (info: CarriedInfo): string =>
  info.keepUntil === null
    ? t('popup.carriedUntil', [formatClock(info.idleUntil)])
    : t('popup.keptUntil', [formatClock(info.keepUntil)]);
