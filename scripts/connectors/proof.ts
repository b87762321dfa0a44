import type { Connector } from '../../utils/tools/connectors/type.ts';

/** How far a connector is proved by the tests of this repository; none was seen on the live tool. */
export type Proof = 'filled' | 'copied' | 'described';

/** Tools that also have a stand-in written by hand after their manual (`tests/sites/tools`). */
export const BY_HAND = ['ec-station', 'goqsystem', 'next-engine'];

/**
 * `filled`: its fields are known and it is a web page, so that stand-ins made from its data are filled by
 * the shipped script (`tests/e2e/fill-connectors.spec.ts`). `copied`: the key is copied and compared
 * (照合). `described`: the shop puts no Rakuten key into it, as far as known.
 */
export function proofOf(connector: Connector): Proof {
  if (connector.surface === 'web' && connector.fields.length > 0) return 'filled';
  return connector.fields.length > 0 || connector.after === 'paste' ? 'copied' : 'described';
}

/** What is not known of a tool and would make it better, in words for docs/connectors.md. */
export function lacks(connector: Connector): string[] {
  const entersKey = proofOf(connector) !== 'described';
  const found: [string, boolean][] = [
    ['where its settings are', connector.menuPath.length === 0],
    ['the key’s field', connector.fields.length === 0 && connector.surface !== 'vendor'],
    ['whose key it takes', connector.keyOwner === 'unknown'],
    ['what a new key asks of the shop', connector.after === undefined],
    ['whether a key may be re-issued', connector.reissue === undefined],
    ['its save button', entersKey && connector.saveButtons.length === 0],
    ['how saving reads', entersKey && connector.saved === undefined],
    ['whether it has a test', entersKey && connector.test === null],
    ['how its test answers', connector.test !== null && connector.test.ok.length === 0],
  ];
  return found.filter(([, is]) => is).map(([what]) => what);
}
