import type { HistoryKind } from '../../utils/model/ledger.ts';
import type { Database } from '../database/types.ts';
import type { HistoryStore, StoredHistory } from './types.ts';

export const historyStore = ({ db }: Database): HistoryStore => ({
  async history(shopId, { limit, before }) {
    const query = db.selectFrom('history').selectAll().where('shop_id', '=', shopId);
    const cut = before === null ? query : query.where('seq', '<', before);
    const rows = await cut.orderBy('seq', 'desc').limit(limit).execute();
    return rows.map(({ seq, shop_id, at, kind, subject_id, detail }) => ({
      seq,
      at,
      kind: kind as HistoryKind,
      shopId: shop_id,
      subjectId: subject_id,
      detail: JSON.parse(detail) as StoredHistory['detail'],
    }));
  },
});
