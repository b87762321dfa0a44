import { formatDate } from '../../components/words.ts';
import { isJstDate } from '../../utils/calendar/jst.ts';
import type { HistoryEntry, Ledger } from '../../utils/model/ledger.ts';
import { LICENSE_STATES, type LicenseState } from '../../utils/model/reading.ts';
import type { Say } from '../../utils/model/say.ts';

/** What an entry is about, by name: a key, an app, a grant or a shop; empty where it is gone. */
export function subjectWords({ subjectId, shopId }: HistoryEntry, ledger: Ledger): string {
  const license = ledger.licenses.find((one) => one.id === subjectId);
  const appId = license?.appId ?? subjectId;
  const app = ledger.apps.find((one) => one.id === appId);
  if (app) return [app.name, license?.last4].filter(Boolean).join(' ');
  const event = ledger.events.find((one) => one.id === subjectId);
  if (event) return `${event.company} ${event.service}`;
  const shop = ledger.shops.find((one) => one.id === (subjectId ?? shopId) || one.id === shopId);
  return shop?.name ?? shop?.slug ?? shop?.digits ?? '';
}

/** `利用中 → 有効期限切れ`, where the entry tells of a change. */
export function changeWords({ detail }: HistoryEntry, t: Say): string {
  const { from, to } = detail;
  if (from === undefined && to === undefined) return '';
  return t('board.change', [valueWords(from, t), valueWords(to, t)]);
}

function valueWords(value: string | number | null | undefined, t: Say): string {
  if (value === null || value === undefined || value === '') return '–';
  if (isJstDate(value)) return formatDate(value, t);
  const state = LICENSE_STATES.find((one) => one === value);
  return state ? stateWord(state, t) : String(value);
}

const stateWord = (state: LicenseState, t: Say): string => t(`state.${state}`);
