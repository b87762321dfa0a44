import { lines } from '../../ink.ts';
import { chooseShopSources } from '../../shop.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { frame } from './frame.ts';
import { eventTable, keyTable } from './list.ts';

function compose(desk: Desk): string {
  const { truth, pick, ink } = desk;
  const sources = chooseShopSources(truth, pick, ink);
  const tables = lines(
    '<font size="+1"><b>アプリ一覧</b></font><hr>',
    truth.page === 'eventsOnly' ? '' : keyTable(desk),
    truth.page === 'keysOnly' ? '' : eventTable(desk),
  );
  const nested = ink.knob('nestedOnceMore', pick.bool(0.4))
    ? lines('<table width="100%"><tr><td>', tables, '</td></tr></table>')
    : tables;
  return frame(desk, sources, 'アプリ一覧 | RMS', nested);
}

/** Nested layout tables, font tags, rowspan per developer. */
export const jsp = family('jsp', ['appList', 'keysOnly', 'eventsOnly'], compose);
