import type { AppApis, ApiAsk } from '../model/functions.ts';
import type { License } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { byGroup, type Described } from '../rms/apis/describe.ts';
import type { ApiGroup } from '../rms/apis/type.ts';

/**
 * How it is known what is new: `marked` = RMS marks it, `compared` = it was not in the list read before,
 * `same` = the list is the one read before, `unread` = no list was read before, `first` = a new app, all is new.
 */
export type ApiKnowledge = 'marked' | 'compared' | 'same' | 'unread' | 'first';

export interface ApiItem extends Described {
  /** RMS's own description. */
  about: string;
}

/** What an app asks to be allowed. */
export interface ApiChange {
  why: ApiAsk;
  known: ApiKnowledge;
  /** When the list compared with was read. */
  comparedAt: Instant | null;
  /** What is added; the whole list where that can't be told (`same`, `unread`) or all is new (`first`). */
  groups: { group: ApiGroup; apis: ApiItem[] }[];
  count: number;
  /** In the list read before and not in this one. */
  removed: string[];
  readAt: Instant;
}

/** What is asked for a key, as last read; null = nothing, or nobody opened the page since RMS asks. */
export function apiChangeOf(
  apis: AppApis | undefined,
  license: Pick<License, 'state' | 'updateSeenSince'>,
): ApiChange | null {
  const asked = apis?.asked;
  if (!apis || !asked) return null;
  const stands =
    asked.why === 'approval'
      ? license.state === 'awaitingApproval'
      : // Read before RMS asked anew: of an earlier update.
        license.updateSeenSince !== null && license.updateSeenSince <= asked.at;
  return stands ? changeOf(apis, asked) : null;
}

function changeOf(
  { agreed }: AppApis,
  { why, rows, at }: NonNullable<AppApis['asked']>,
): ApiChange {
  const before = new Set(agreed?.names);
  const marked = rows.filter(({ isNew }) => isNew);
  const compared = agreed ? rows.filter(({ name }) => !before.has(name)) : [];
  const known = knowledgeOf(why, { agreed: agreed !== null, marked, compared });
  const added = { marked, compared, same: rows, unread: rows, first: rows }[known];
  const about = new Map(rows.map((row) => [row.name, row.about]));
  const names = new Set(rows.map(({ name }) => name));
  return {
    why,
    known,
    comparedAt: known === 'compared' || known === 'same' ? (agreed?.at ?? null) : null,
    groups: byGroup(added.map(({ name }) => name)).map(({ group, apis }) => ({
      group,
      apis: apis.map((api) => ({ ...api, about: about.get(api.name) ?? '' })),
    })),
    count: added.length,
    removed: [...before].filter((name) => !names.has(name)),
    readAt: at,
  };
}

interface Told {
  agreed: boolean;
  marked: readonly unknown[];
  compared: readonly unknown[];
}

function knowledgeOf(why: ApiAsk, { agreed, marked, compared }: Told): ApiKnowledge {
  if (marked.length > 0) return 'marked';
  if (agreed) return compared.length > 0 ? 'compared' : 'same';
  return why === 'approval' ? 'first' : 'unread';
}
