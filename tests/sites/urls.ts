import { HOSTS } from './hosts.ts';
import type { RmsLicense } from './rms/model.ts';

/** Where the pages are. A tool's shop is its number there. */
export const URLS = {
  mainMenu: `https://${HOSTS.mainMenu}/`,
  settings: `https://${HOSTS.mainMenu}/settings`,
  appList: `https://${HOSTS.apps}/apisson/`,
  news: `https://${HOSTS.apps}/apisson/news`,
  outages: `https://${HOSTS.apps}/apisson/outages`,
  portal: `https://${HOSTS.portal}/merchant-portal/`,
  login: `https://${HOSTS.login}/?sp_id=1`,
  detail: ({ id }: Pick<RmsLicense, 'id'>): string => `https://${HOSTS.apps}/apisson/apps/${id}`,
  nextEngine: (shop = '1'): string => `https://${HOSTS.nextEngine}/Usersettings/api?shop=${shop}`,
  goqSystem: (shop = '1'): string =>
    `https://${HOSTS.goqSystem}/goq21/settings/mall/rakuten?shop=${shop}`,
  /** With その他設定 open. */
  ecStation: (shop = '1'): string => `https://${HOSTS.ecStation}/shop/rakuten?shop=${shop}#other`,
} as const;
