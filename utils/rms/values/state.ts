import type { LicenseState } from '../../model/reading.ts';
import { squeeze } from '../text.ts';

// RMS's words (rms.md §4). The list is known to be incomplete: anything else stays `unknown`.
const STATES = new Map<string, LicenseState>([
  ['利用中', 'active'],
  ['利用中更新あり', 'updateAvailable'],
  ['更新あり利用中', 'updateAvailable'],
  ['承認待ち', 'awaitingApproval'],
  ['有効期限切れ', 'expired'],
  ['期限切れ', 'expired'],
  ['停止中', 'stopped'],
  ['利用停止中', 'stopped'],
]);

const DECORATION =
  /[\s()[\]【】「」<>〈〉《》/,、。・:;|!*※×✕\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\u{1f300}-\u{1faff}]/gu;

/** What those who hear the page are told before it (「現在の状態は」). */
export const SPOKEN = /^(現在の)?(状態|ステータス)(は|が)?(?=.)/;

/** The state that a text names, decorations (brackets, icons, line breaks) aside. */
export function stateOf(text: string): LicenseState {
  const usual = STATES.get(text);
  if (usual) return usual;
  if (text.length > 200) return 'unknown';
  const bare = squeeze(text).replace(DECORATION, '');
  return STATES.get(bare) ?? STATES.get(bare.replace(SPOKEN, '')) ?? 'unknown';
}
