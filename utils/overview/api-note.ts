import { jstDateOf } from '../calendar/jst.ts';
import type { Say } from '../model/say.ts';
import { dateText } from '../reminders/days.ts';
import type { ApiChange, ApiItem } from './apis.ts';
import type { Note } from './note.ts';

/** What an app asks to be allowed, in plain words, with RMS's own warning (seed 002, step 7). */
export const apiNote = (change: ApiChange, t: Say): Note => ({
  title: titleOf(change, t),
  groups: change.groups.map(({ group, apis }) => ({
    title: t(`apis.group.${group}`),
    lines: apis.map((api) => lineOf(api, t)),
  })),
  foot: [
    ...(change.removed.length > 0 ? [t('apis.removed', [change.removed.join(', ')])] : []),
    ...(change.why === 'update' ? [t('apis.warning')] : [t('apis.approveIfKnown')]),
  ],
});

function titleOf({ known, count, comparedAt }: ApiChange, t: Say): string {
  const day = comparedAt === null ? '' : dateText(jstDateOf(comparedAt), t);
  return t(`apis.title.${known}`, [String(count), day]);
}

/** `変更: 商品を登録し、情報を変更する (itemapi_2.0.items.upsert)`; a name we do not know stands as it is. */
function lineOf({ name, access, words, about }: ApiItem, t: Say): string {
  const ours = words && (t('common.lang') === 'ja' ? words.ja : words.en);
  const what = ours ?? (about || t('apis.noWords'));
  return t('apis.line', [t(`apis.access.${access ?? 'unknown'}`), what, name]);
}
