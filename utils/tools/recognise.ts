import { type FieldKind, SETTING_KINDS } from '../model/tool.ts';
import type { Connector } from './connectors/type.ts';
import { type FieldMatch, matchFields } from './match-fields.ts';
import type { FoundWord, LookSpec, PageFacts } from './page/types.ts';
import { mentioning, mentions, saysOnly } from './words.ts';

export interface Recognised {
  connector: Connector;
  fields: FieldMatch[];
  /** Every text by which the page names its shop; empty = it names none. */
  shopNames: string[];
}

/** What the page script should look for. */
export const lookSpec = (connectors: readonly Connector[]): LookSpec => ({
  words: unique(connectors.flatMap(({ page }) => [...page.names, ...page.screens])),
  shopLabels: unique(connectors.flatMap(shopLabelsOf)),
});

/** Everything by which a tool labels a shop: its fields for 店舗URL and 店舗ID say whose the screen is. */
const shopLabelsOf = ({ shopLabels, others }: Connector): string[] => [
  ...shopLabels,
  ...others.flatMap(({ kind, label }) => (kind === 'shopUrl' || kind === 'shopId' ? [label] : [])),
];

const unique = (words: string[]): string[] => [...new Set(words)];

/**
 * Which tool's settings screen this is. null = none that we know, or two that fit equally: then nothing
 * is offered. `boundIds` are the connectors that a person bound to this origin before.
 */
export function recognise(
  facts: PageFacts,
  connectors: readonly Connector[],
  boundIds: readonly string[],
): Recognised | null {
  const rated = connectors
    .map((connector) => {
      const fields = matchFields(connector, facts.fields);
      const bound = boundIds.includes(connector.id);
      return { connector, fields, score: scoreOf(connector, facts, fields, bound) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, next] = rated;
  if (!best || best.score === 0 || best.score === next?.score) return null;
  const { connector, fields } = best;
  return { connector, fields, shopNames: shopNamesOf(connector, facts) };
}

const WEIGHT: Record<FoundWord['where'], number> = { title: 4, heading: 3, text: 1 };
/** Fields that make a screen one to be filled. */
const TAKES = new Set<FieldKind>(['licenseKey', ...SETTING_KINDS]);
const HOST_WEIGHT = 3;
const BOUND_WEIGHT = 6;

/**
 * 0 = not this tool. It must be named or bound, and show a field that takes a key; a bound one also
 * counts without, so that a changed screen says 「見つかりません」 and not nothing.
 */
function scoreOf(
  connector: Connector,
  facts: PageFacts,
  fields: FieldMatch[],
  bound: boolean,
): number {
  const { names, screens, hosts } = connector.page;
  const host = mentioning(hostOf(facts.origin));
  const named = Math.max(
    0,
    ...facts.words.filter(({ word }) => names.includes(word)).map(({ where }) => WEIGHT[where]),
    ...hosts.filter((part) => mentions(host, part)).map(() => HOST_WEIGHT),
  );
  const hasField = fields.some(({ field, found }) => TAKES.has(field) && found !== 'none');
  if (!bound && (named === 0 || !hasField)) return 0;
  const screenWords = facts.words.filter(({ word }) => screens.includes(word)).length;
  return named + screenWords + (bound ? BOUND_WEIGHT : 0) + (hasField ? 1 : 0);
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).hostname : '');

function shopNamesOf(connector: Connector, { shops }: PageFacts): string[] {
  const labels = shopLabelsOf(connector);
  return unique(shops.filter(({ label }) => saysOnly(label, labels)).map(({ text }) => text));
}
