import { toolName } from '../../components/toolName.ts';
import { formatDate } from '../../components/words.ts';
import { isJstDate } from '../../utils/calendar/jst.ts';
import { VERDICTS } from '../../utils/model/key-test.ts';
import type { HistoryEntry, Ledger } from '../../utils/model/ledger.ts';
import { LICENSE_STATES, PAGE_KINDS } from '../../utils/model/reading.ts';
import { RENEWAL_KINDS } from '../../utils/model/renewal.ts';
import type { Say } from '../../utils/model/say.ts';
import { FIELD_KINDS, FILL_OUTCOMES } from '../../utils/model/tool.ts';
import type { HistoryLine } from '../../utils/overview/merged-history.ts';
import { whoOf } from '../../utils/overview/who.ts';

type Detail = HistoryEntry['detail'];
type Value = string | number | null | undefined;

/** A colleague by name, with the browser; in this browser, and at the companion, who or what it was. */
export function whoWords({ from, whose, ...entry }: HistoryLine, t: Say): string {
  if (from) return t('board.whose.by', [from.person, from.browser]);
  return t(`board.who.${whose === 'companion' ? whose : whoOf(entry)}`);
}

/** What a line is about, by the name that its source gave it. */
export const aboutWords = (line: HistoryLine, ledger: Ledger): string =>
  line.about ?? subjectWords(line, ledger);

/** What an entry is about, by name: a key, an app, a grant or a shop; empty where it is gone. */
export function subjectWords({ subjectId, shopId }: HistoryEntry, ledger: Ledger): string {
  const license = ledger.licenses.find((one) => one.id === subjectId);
  const appId = license?.appId ?? subjectId;
  const app = ledger.apps.find((one) => one.id === appId);
  if (app) return [app.name, license?.last4].filter(Boolean).join(' ');
  const event = ledger.events.find((one) => one.id === subjectId);
  if (event) return `${event.company} ${event.service}`;
  const shop =
    ledger.shops.find((one) => one.id === subjectId) ??
    ledger.shops.find((one) => one.id === shopId);
  return shop?.name ?? shop?.slug ?? shop?.digits ?? '';
}

/** The evidence of an entry in words: `利用中 → 有効期限切れ`, the tool, what a test said. */
export function changeWords(
  { kind, detail }: HistoryEntry,
  { customTools }: Pick<Ledger, 'customTools'>,
  t: Say,
): string {
  const tool = typeof detail['tool'] === 'string' ? toolName(detail['tool'], t, customTools) : '';
  const words =
    kind === 'conflictConfirmed'
      ? decision(detail, t)
      : kind === 'renewalOpened' || kind === 'renewalClosed'
        ? ofRun(detail, t)
        : evidence(detail, t);
  return [tool, words].filter(Boolean).join(' ');
}

/** What kind of run, and a person's own reason where it ended with one. */
function ofRun(detail: Detail, t: Say): string {
  const kind = RENEWAL_KINDS.find((one) => one === detail['renewal']);
  const { end, reason } = detail;
  const how = end === 'done' ? t('board.runDone') : String(reason ?? '');
  return [kind && t(`run.kind.${kind}`), how].filter(Boolean).join(' ');
}

/** Which of two dates a person chose. */
const decision = (detail: Detail, t: Say): string =>
  detail['accepted'] === 1
    ? t('board.conflictAccept', [valueWords(detail['to'], t)])
    : t('board.conflictKeep', [valueWords(detail['from'], t)]);

function evidence(detail: Detail, t: Say): string {
  const { from, to, ok, count } = detail;
  if (from !== undefined || to !== undefined) {
    return t('board.change', [valueWords(from, t), valueWords(to, t)]);
  }
  if (ok !== undefined) return t(ok === 1 ? 'popup.toolTest.ok' : 'popup.toolTest.failed');
  if (typeof count === 'number') return t('board.historyCount', [String(count)]);
  const verdict = VERDICTS.find((one) => one === detail['verdict']);
  if (verdict) return t(`keytest.verdict.${verdict}`);
  const page = PAGE_KINDS.find((one) => one === detail['page']);
  return page ? t(`popup.pageKind.${page}`) : fields(detail, t);
}

/** How each field of a fill ended. */
const fields = (detail: Detail, t: Say): string =>
  FIELD_KINDS.flatMap((field) => {
    const outcome = FILL_OUTCOMES.find((one) => one === detail[field]);
    return outcome ? [`${t(`popup.fieldKind.${field}`)}: ${t(`fill.${outcome}`)}`] : [];
  }).join(' ');

function valueWords(value: Value, t: Say): string {
  if (value === null || value === undefined || value === '') return '–';
  if (isJstDate(value)) return formatDate(value, t);
  const state = LICENSE_STATES.find((one) => one === value);
  return state ? t(`state.${state}`) : String(value);
}
