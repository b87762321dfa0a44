import { AppError } from '../model/errors.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { CustomTool, PointedField } from '../model/custom-tool.ts';
import type { Instant } from '../model/time.ts';
import { CONNECTORS } from './connectors/index.ts';
import { SHOP_LABELS } from './connectors/shop-labels.ts';
import type { Connector } from './connectors/type.ts';
import { domainOf } from './domain.ts';
import type { FieldFacts, PageFacts } from './page/types.ts';
import { isPointedAt } from './pointed.ts';

/** All connectors: those that ship, and those that a person taught. */
export const connectorsOf = (customTools: CustomTool[]): Connector[] => [
  ...CONNECTORS,
  ...customTools.map(asConnector),
];

/** A taught tool as the recipe that recognise, plan and fill know. Whose key it takes is not known. */
export const asConnector = (tool: CustomTool): Connector => ({
  id: tool.id,
  name: { ja: tool.name, en: tool.name },
  surface: 'web',
  surfaceBasis: 'said',
  menuPath: [],
  keyOwner: 'unknown',
  vendorWords: [],
  page: { names: [tool.name], screens: [], hosts: [] },
  fields: tool.fields.map((pointed) => ({
    kind: pointed.field,
    label: pointed.labels[0] ?? pointed.name,
    basis: 'quoted',
    wordings: pointed.labels,
    names: [],
    pointed,
  })),
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [],
  sources: [],
});

/** What a person says of the field that they pointed at. */
export interface Lesson {
  tabId: number;
  /** Where the person saw it: another page in the tab is another lesson. */
  origin: string;
  name: string;
  field: PointedField['field'];
}

/** The field that a person pointed at, as the popup shows it. */
export interface PointedInFront {
  origin: string;
  domain: string;
  title: string;
  labels: string[];
}

/** null = none was pointed at, it is learnt already or gone, or the page is not one that a key may go to. */
export function pointedIn(facts: PageFacts, known: CustomTool[]): PointedInFront | null {
  const field = facts.fields.find(({ ref }) => ref === facts.pointed);
  if (!field || !facts.origin.startsWith('https://')) return null;
  const here = known.filter(({ origins }) => origins.includes(facts.origin));
  if (here.some(({ fields }) => fields.some((each) => isPointedAt(each, field)))) return null;
  const { origin, title } = facts;
  const domain = domainOf(new URL(origin).hostname);
  return { origin, domain, title, labels: field.anchors.labels };
}

/**
 * A person pointed at a field: it joins the tool of that name taught at that origin, or begins one. A field
 * of the same kind there is replaced. Throws `notFound` for one that nothing is known of to find it again.
 */
export function teach(
  { customTools }: Pick<Ledger, 'customTools'>,
  { name, field, origin, facts }: Omit<Lesson, 'tabId'> & { facts: FieldFacts },
  newId: () => string,
  now: Instant,
): LedgerChange {
  const pointed: PointedField = {
    field,
    labels: facts.anchors.labels,
    name: facts.anchors.name,
    id: facts.id,
    form: facts.form,
    section: facts.section,
  };
  if (!isPointedAt(pointed, facts)) throw new AppError('notFound');
  const known = customTools.find((tool) => tool.name === name && tool.origins.includes(origin));
  const base = known ?? { id: newId(), name, fields: [], origins: [origin], createdAt: now };
  const others = base.fields.filter((each) => each.field !== field && !isPointedAt(each, facts));
  return { customTools: [{ ...base, fields: [...others, pointed] }] };
}
