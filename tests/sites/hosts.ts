/** Every host name that the stand-ins answer for. RMS's are the real ones (rms.md §3, §6). */
export const HOSTS = {
  mainMenu: 'mainmenu.rms.rakuten.co.jp',
  apps: 'ichiba-bs.rms.rakuten.co.jp',
  portal: 'webservice.rms.rakuten.co.jp',
  login: 'glogin.rms.rakuten.co.jp',
  api: 'api.rms.rakuten.co.jp',
  nextEngine: 'main.next-engine.com',
  // The tools' public pages do not give these two hosts: what a connector learns it learns from the open tab.
  goqSystem: 'order.goqsystem.com',
  ecStation: 'station.ecsystem.jp',
  chatwork: 'api.chatwork.com',
  // Each shop has a subdomain of its own.
  zendesk: 'akanedo.zendesk.com',
  slack: 'hooks.slack.com',
  googleChat: 'chat.googleapis.com',
  teams: 'prod-00.japaneast.logic.azure.com',
  lineWorks: 'webhook.worksmobile.com',
  // ネット商人Pro runs on the shop's own server.
  netshonin: 'mail.akanedo.test',
} as const;

/** For Chromium's `--host-resolver-rules`: our hosts and any `*.test` come here, nothing else resolves. */
export function resolverRulesFor(port: number): string {
  const hosts = ['*.rms.rakuten.co.jp', ...Object.values(HOSTS), '*.test'];
  const maps = hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`);
  return [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
}
