import {
  historyAnswerSchema,
  licensesAnswerSchema,
  type LicensesAnswer,
} from '../model/companion-shared.schema.ts';
import type { HistoryEntry } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { aliasesOf, localShop } from './aliases.ts';
import { hearOfShops } from './hear.ts';
import { aboutShop, type SharePort } from './port.ts';

/** A line of what happened in another browser, or at the companion itself, in this browser's ids. */
export interface SharedEntry extends HistoryEntry {
  /** Unlike any other's. */
  id: string;
  /** What it is about, by name: this browser may not know the record yet. */
  about: string;
  /** null = the companion's own doing. */
  from: { person: string; browser: string } | null;
}

/** Where to go on in a shop that has more: before that entry, which happened then. */
export interface Further {
  /** The companion's id. */
  shop: string;
  seq: number;
  at: Instant;
}

export interface SharedHistory {
  entries: SharedEntry[];
  /** Empty = that was all. */
  further: Further[];
}

type Port = Pick<SharePort, 'ask' | 'read' | 'change'>;

const PAGE = 50;

/**
 * What colleagues did and their browsers read, newest first of each shop; `further` = where the last answer
 * ended (null = from the newest). What this browser told itself is left out.
 */
export async function sharedHistory(port: Port, further: Further[] | null): Promise<SharedHistory> {
  const found: SharedHistory = { entries: [], further: [] };
  const ledger = await port.read();
  for (const shop of await hearOfShops(port)) {
    const from = further?.find((one) => one.shop === shop.id);
    if (further !== null && !from) continue;
    const { path } = aboutShop('/v1/history', shop.id);
    const before = from ? `&before=${from.seq}` : '';
    const asked = { method: 'GET', path: `${path}&limit=${PAGE}${before}` };
    const { entries } = await port.ask(asked, historyAnswerSchema);
    const keys = await port.ask(aboutShop('/v1/licenses', shop.id), licensesAnswerSchema);
    const { here } = aliasesOf(ledger, shop, keys);
    const shopId = localShop(ledger, shop)?.id ?? shop.id;
    for (const { seq, from: whose, subjectId, ...entry } of entries) {
      if (whose?.own) continue;
      const told = whose && { person: whose.person, browser: whose.browser };
      const ids = { id: `${shop.id} ${seq}`, shopId, subjectId: subjectId && here(subjectId) };
      const about = named(subjectId, keys) ?? shop.name ?? shop.slug ?? shop.digits ?? '';
      found.entries.push({ ...entry, ...ids, about, from: told });
    }
    const last = entries.at(-1);
    if (last && entries.length === PAGE) {
      found.further.push({ shop: shop.id, seq: last.seq, at: last.at });
    }
  }
  return found;
}

/** A key, an app or a grant by name, as the companion knows it; null = it is none of these. */
function named(id: string | null, { apps, licenses, events }: LicensesAnswer): string | null {
  const license = licenses.find((one) => one.id === id);
  const app = apps.find((one) => one.id === (license?.appId ?? id));
  if (app) return [app.name, license?.last4].filter(Boolean).join(' ');
  const event = events.find((one) => one.id === id);
  return event ? `${event.company} ${event.service}` : null;
}
