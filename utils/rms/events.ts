import type { EventRow } from '../model/reading.ts';
import type { Found, Rec } from './grid/found.ts';
import { LIMITS } from './limits.ts';
import type { LostRow } from './licenses.ts';
import { nameIn, problem, shown, stateIn } from './rows.ts';
import { noteOf } from './text.ts';
import { dateOf } from './values/date.ts';

export interface ReadEvents {
  rows: { rec: Rec; row: EventRow }[];
  lost: LostRow[];
}

/** The rows of システムイベント通知サービスアクセス許可設定 (rms.md §3). */
export function eventsOf(found: Found): ReadEvents {
  const out: ReadEvents = { rows: [], lost: [] };
  for (const rec of found.recs) {
    const company = nameIn(rec, 'who');
    const service = nameIn(rec, 'service') || nameIn(rec, 'what');
    const row = { developer: company, app: service, last4: null };
    const started = shown(rec.fields.get('started')).plain;
    const on = dateOf(started);
    if (company === '' || service === '') {
      out.lost.push({
        rec,
        problem: problem('badRow', company === '' ? '会社名' : 'サービス名', '', row),
      });
    } else if (on.kind === 'bad') {
      const text = noteOf(started, LIMITS.problemText);
      out.lost.push({ rec, problem: problem('badDate', '利用開始日', text, row) });
    } else {
      const startedOn = on.kind === 'date' ? on.on : null;
      const state = stateIn(shown(rec.fields.get('state')));
      out.rows.push({ rec, row: { company, service, startedOn, ...state } });
    }
  }
  return out;
}
