import type { Page } from '@playwright/test';
import type { ChromeApi } from './behind.ts';

/** Everything an extension page can read of what is stored: area → its content as text. */
export async function storageDump(page: Page): Promise<[string, string][]> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ChromeApi };

    const asText = (value: unknown): string =>
      JSON.stringify(value, (_key, part: unknown) => {
        if (part instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(part));
        if (ArrayBuffer.isView(part)) {
          return String.fromCharCode(
            ...new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
          );
        }
        if (part instanceof Map || part instanceof Set) return [...part];
        if (part instanceof CryptoKey) return `CryptoKey, extractable: ${part.extractable}`;
        return part;
      }) ?? '';

    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
      });

    const databases = async (): Promise<[string, string][]> => {
      const found: [string, string][] = [];
      for (const { name } of await indexedDB.databases()) {
        if (name === undefined) continue;
        const database = await answer(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store);
          const [keys, values] = await Promise.all([
            answer(all.getAllKeys()),
            answer(all.getAll()),
          ]);
          found.push([`IndexedDB ${name} ${store}`, asText([keys, values])]);
        }
        database.close();
      }
      return found;
    };

    const cached = async (): Promise<[string, string][]> => {
      const found: [string, string][] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const response = await cache.match(request);
          found.push([`cache ${name}`, request.url + ((await response?.text()) ?? '')]);
        }
      }
      return found;
    };

    return [
      ['storage.local', asText(await chrome.storage.local.get())],
      ['storage.session', asText(await chrome.storage.session.get())],
      ['storage.sync', asText(await chrome.storage.sync.get())],
      ['localStorage', asText({ ...localStorage })],
      ['cookies', document.cookie],
      ...(await databases()),
      ...(await cached()),
    ] as [string, string][];
  });
}
