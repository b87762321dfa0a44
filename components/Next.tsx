import type { LicenseView } from '../utils/overview/types.ts';
import { BOARD_SETTINGS, BOARD_TOOLS } from './links.ts';
import { RmsLink } from './RmsLink.tsx';
import { t } from './say.ts';

/** The one next step for a license, as a link to where it is taken; nothing where nothing is to be done. */
export function Next({ view }: { view: LicenseView }) {
  const { need, stale } = view;
  if (need === 'dateConflict') return <a href={BOARD_SETTINGS}>{t('need.short.dateConflict')}</a>;
  if (need === 'old') return <a href={BOARD_TOOLS}>{t('need.short.old')}</a>;
  if (need !== null) return <RmsLink>{t(`need.short.${need}`)}</RmsLink>;
  return stale ? <RmsLink>{t('need.short.stale')}</RmsLink> : null;
}
