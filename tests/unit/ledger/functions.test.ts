import { describe, expect, test } from 'vitest';
import type { FunctionStage } from '../../../utils/model/functions.ts';
import type { ToolBinding } from '../../../utils/model/tool.ts';
import { functionsView } from '../../../utils/overview/functions.ts';
import { overviewOf } from '../../../utils/overview/overview.ts';
import { HOUR } from '../../../utils/model/time.ts';
import { aBook, aRow } from './make.ts';

const OWN = { developer: '店舗様', app: '自店舗の連携' };
const ALL = ['rpay.order.getOrder', 'rpay.order.searchOrder', 'coupon.get'];

/** The shop's own app, with pages of its functions. */
function anOwnApp() {
  const book = aBook();
  const pageOf = (stage: FunctionStage, ...used: string[]) => {
    const named = stage === 'registered';
    book.read({
      page: named ? 'appDetail' : 'other',
      pageClass: named ? 'keys' : 'none',
      licenseCoverage: 'partial',
      licenses: named ? [aRow({ ...OWN, owner: 'shop' })] : [],
      functions: {
        developer: named ? OWN.developer : null,
        app: named ? OWN.app : null,
        stage,
        rows: stage === 'done' ? [] : ALL.map((name) => ({ name, used: used.includes(name) })),
      },
    });
  };
  const view = (later = 0) =>
    functionsView(book.ledger().apps[0], book.ledger(), book.now() + later);
  const bind = (connectorId: string) => {
    const app = book.ledger().apps[0];
    const binding: ToolBinding = {
      id: connectorId,
      shopId: app?.shopId ?? '',
      connectorId,
      origin: 'https://tool.test',
      appId: app?.id ?? '',
      shopOnTool: null,
      createdAt: book.now(),
    };
    book.apply({ bindings: [binding] });
  };
  return { ...book, pageOf, view, bind };
}

const [GET = '', SEARCH = '', COUPON = ''] = ALL;

describe('the two-click save', () => {
  test('registered as chosen: finished', () => {
    const own = anOwnApp();
    own.pageOf('registered', GET);
    own.pageOf('confirming', GET, SEARCH);
    own.pageOf('registered', GET, SEARCH);
    expect(own.view(HOUR)?.unfinished).toBeNull();
    expect(own.kinds()).toContain('functionsChanged');
  });

  test('the list read again unchanged: it was not saved', () => {
    const own = anOwnApp();
    own.pageOf('registered', GET);
    own.pageOf('confirming', GET, SEARCH);
    expect(own.view()?.unfinished).toBeNull();
    own.pageOf('registered', GET);
    expect(own.view()?.unfinished).toBe('notSaved');
    expect(own.kinds().filter((kind) => kind === 'functionsUnfinished')).toHaveLength(1);
    own.pageOf('registered', GET);
    expect(own.kinds().filter((kind) => kind === 'functionsUnfinished')).toHaveLength(1);
  });

  test.each(['left for another page', 'left open'])('%s: nobody can tell', (how) => {
    const own = anOwnApp();
    own.pageOf('registered', GET);
    own.pageOf('confirming', GET, SEARCH);
    if (how === 'left for another page') own.read({ licenses: [aRow({ ...OWN, owner: 'shop' })] });
    expect(own.view(how === 'left open' ? HOUR : 0)?.unfinished).toBe('maybe');
  });

  test('戻る to the choice is leaving it too', () => {
    const own = anOwnApp();
    own.pageOf('registered', GET);
    own.pageOf('confirming', GET, SEARCH);
    own.pageOf('editing', GET, SEARCH);
    expect(own.view()?.unfinished).toBe('maybe');
  });

  test('RMS says that it is registered: finished, whatever was read before', () => {
    const own = anOwnApp();
    own.pageOf('registered', GET);
    own.pageOf('confirming', GET, COUPON);
    own.pageOf('done');
    expect(own.view(HOUR)?.unfinished).toBeNull();
  });
});

describe('what bound tools need', () => {
  test('a function that is not used is missing, by tool, and the key needs a person', () => {
    const own = anOwnApp();
    own.pageOf('registered', SEARCH);
    own.bind('ec-station');
    expect(own.view()?.missing).toEqual([{ connectorId: 'ec-station', names: [GET] }]);
    expect(overviewOf(own.ledger(), own.now()).licenses[0]?.need).toBe('functionsMissing');
    own.pageOf('registered', GET, SEARCH);
    expect(own.view()?.missing).toEqual([]);
    expect(overviewOf(own.ledger(), own.now()).licenses[0]?.need).toBeNull();
  });

  test('nothing is missing of a list that was never read, nor where no tool is bound', () => {
    const own = anOwnApp();
    own.read({ licenses: [aRow({ ...OWN, owner: 'shop' })] });
    own.bind('ec-station');
    expect(own.view()).toBeNull();
    const unbound = anOwnApp();
    unbound.pageOf('registered');
    expect(unbound.view()?.missing).toEqual([]);
  });
});
