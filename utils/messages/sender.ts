import type { CommandName, PageCommands } from './protocol.ts';

/** Who sent a message, as the browser itself says (never as the message says). */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

export interface Own {
  extensionId: string;
  /** e.g. `chrome-extension://abc`, without a slash at the end. */
  extensionOrigin: string;
}

/** The one host permission (DESIGN §7): RMS's pages and its API. */
export const RMS_PERMISSION = 'https://*.rms.rakuten.co.jp/*';

/** The hosts that the content script runs on (manifest, DESIGN §7). */
export const CONTENT_HOSTS = ['ichiba-bs', 'webservice', 'mainmenu'].map(
  (name) => `https://${name}.rms.rakuten.co.jp`,
);

const PAGE_COMMANDS: Record<keyof PageCommands, true> = {
  'page.report': true,
  'page.bringReader': true,
  'page.hint': true,
  'page.dismissHint': true,
};

export const isPageCommand = (command: CommandName): command is keyof PageCommands =>
  command in PAGE_COMMANDS;

/**
 * May this sender send this command? A content script shares its process with a hostile page, so it
 * gets the page commands only, from RMS's hosts only; the rest needs our id *and* our origin.
 */
export function maySend(command: CommandName, sender: Sender, own: Own): boolean {
  if (sender.id !== own.extensionId) return false;
  const origin = originOf(sender.url);
  if (sender.origin !== undefined && sender.origin !== origin) return false;
  return isPageCommand(command) ? CONTENT_HOSTS.includes(origin) : origin === own.extensionOrigin;
}

function originOf(url: string | undefined): string {
  try {
    const { protocol, host } = new URL(url ?? '');
    // `URL.origin` is "null" for extension schemes in some engines.
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
}
