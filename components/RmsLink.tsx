import type { ComponentChildren } from 'preact';
import { APP_LIST } from './links.ts';
import { t } from './say.ts';

/** Leads a person to アプリ一覧; RMS is never opened without such a click (promise 1). */
export const RmsLink = ({
  children,
  button,
}: {
  children: ComponentChildren;
  button?: boolean;
}) => (
  <a
    class={button ? 'button primary' : 'out'}
    href={APP_LIST}
    target="_blank"
    rel="noreferrer"
    title={t('common.newTab')}
  >
    {children}
  </a>
);
