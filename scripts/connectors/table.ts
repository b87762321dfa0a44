import { CONNECTORS } from '../../utils/tools/connectors/index.ts';
import type { Connector } from '../../utils/tools/connectors/type.ts';
import { BY_HAND, lacks, type Proof, proofOf } from './proof.ts';

const PROOF_WORDS: Record<Proof, string> = {
  filled: 'filled',
  copied: 'copy and 照合',
  described: 'described only',
};

const HEAD = `# Connected tools

Made from \`utils/tools/connectors/\` by \`node scripts/connectors-doc.ts\`; \`tests/unit/tools/doc.test.ts\` holds it to them.

Nobody here has an account with any of these tools. Everything below is from their public help pages (each file names them), so every label is **believed**, not seen. What is **proved** is what the shipped code does with a page that is built as the help describes:

- _filled_: stand-ins made from the connector’s data in varied markup (labels, tables, lists, placeholders; plain, React-like, Vue-like and jQuery-like; masked fields; frames and shadow roots) were filled by the shipped script, each key in its own field and nowhere else (\`tests/e2e/fill-connectors.spec.ts\`). Luxliner takes tokens of other services instead of a key: each in its own section, the key in none (\`tests/e2e/fill-settings.spec.ts\`). A star marks the tools that also have a stand-in written by hand after their manual.
- _copy and 照合_: no page to fill is known. The key is copied, and the tool’s field copied back is compared.
- _described only_: as far as known the shop puts no Rakuten key into it, or how is not public.

A tool that is missing here, or whose screen differs, is taught by pointing at its fields.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const line = (cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const OWNER: Record<Connector['keyOwner'], string> = {
  'shop-app': '店舗様',
  'vendor-app': 'vendor',
  unknown: '?',
};

const fieldsOf = ({ fields }: Connector): string =>
  fields.map(({ label, part }) => (part ? `${label}（${part.name.ja}）` : label)).join(' / ') ||
  '—';

function afterOf(connector: Connector): string {
  const { after, reissue, stopOldFirst, stopOldAfter, recopyAfterUpdate, syncsTo } = connector;
  const words = [
    after === 'paste' && 'paste',
    after === 'nothing' && 'nothing',
    after === 'tellVendor' && 'tell the vendor',
    reissue === 'never' && 'never re-issue',
    recopyAfterUpdate && 'paste after アップデートする too',
    stopOldFirst && 'stop the old key first',
    stopOldAfter && 'stop the old key afterwards',
    connector.stopBeforeChange && 'stop the link before',
    syncsTo && `passes it on to ${syncsTo.join(', ')}`,
  ];
  return words.filter(Boolean).join('; ') || '?';
}

const rowOf = (connector: Connector): string =>
  line([
    connector.name.ja,
    connector.surfaceBasis === 'said' ? connector.surface : `${connector.surface} (believed)`,
    OWNER[connector.keyOwner],
    fieldsOf(connector),
    afterOf(connector),
    PROOF_WORDS[proofOf(connector)] + (BY_HAND.includes(connector.id) ? ' ★' : ''),
    lacks(connector).join('; ') || '—',
  ]);

/** docs/connectors.md, whole (before formatting). */
export function connectorsDoc(): string {
  const proofs = CONNECTORS.map(proofOf);
  const count = (proof: Proof): number => proofs.filter((each) => each === proof).length;
  return [
    HEAD,
    `${CONNECTORS.length} tools: ${count('filled')} filled, ${count('copied')} by copy and 照合, ${count('described')} described only.\n`,
    line(['tool', 'surface', 'key of', 'fields', 'after a new key', 'proved', 'not known']),
    line(Array.from({ length: 7 }, () => '---')),
    ...CONNECTORS.map(rowOf),
    '',
  ].join('\n');
}
