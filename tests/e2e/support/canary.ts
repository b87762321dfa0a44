import type { BrowserContext } from '@playwright/test';
import { behindScenes } from './behind.ts';
import type { Kagiban } from './launch.ts';
import { sightings, type Sighting } from './sightings.ts';
import { storageDump } from './storage-dump.ts';

/** Everything a planted secret could leak into, collected from the moment of asking. */
export interface Canary {
  /** Looks everywhere. `allow` names the places where the secret may rightly be. */
  search: (secrets: string[], allow?: (where: string) => boolean) => Promise<Sighting[]>;
}

/** Listens to every console, error and address of the browser. Call it before anything is opened. */
export function setCanary(kagiban: Kagiban): Canary {
  const heard = listen(kagiban.context);
  return {
    search: async (secrets, allow = () => false) => {
      const { context, extensionId, notifications, workerLogs } = kagiban;
      const stored = await behindScenes(context, extensionId, storageDump);
      const pages = context.pages().map((page): [string, string] => ['address', page.url()]);
      const texts: [string, string][] = [
        ...heard,
        ...stored,
        ...pages,
        ...notifications.map((each): [string, string] => ['notification', JSON.stringify(each)]),
        ...workerLogs.map((line): [string, string] => ['console of the worker', line]),
        ['badge', await kagiban.badge()],
        ['cookies and storage of the sites', JSON.stringify(await context.storageState())],
      ];
      return sightings(texts, secrets).filter(({ where }) => !allow(where));
    },
  };
}

function listen(context: BrowserContext): [string, string][] {
  const heard: [string, string][] = [];
  context.on('console', (message) => {
    const { url } = message.location();
    heard.push([`console of ${message.page()?.url() ?? url}`, `${message.text()} ${url}`]);
  });
  context.on('weberror', (error) => {
    const { message, stack } = error.error();
    heard.push([`error in ${error.page()?.url() ?? '?'}`, `${message} ${stack ?? ''}`]);
  });
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    heard.push([`address asked for at ${origin}${pathname}`, request.url()]);
  });
  return heard;
}
