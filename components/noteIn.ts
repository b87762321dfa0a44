import type { Say } from '../utils/model/say.ts';
import type { Note } from '../utils/tools/connectors/type.ts';

/** A connector's text in the language of the words. */
export const noteIn = (note: Note, t: Say): string =>
  t('common.lang') === 'ja' ? note.ja : note.en;
