import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CDPSession, chromium, test as base, type Page } from '@playwright/test';
import { isRoot, machine, ROOT } from '../../../scripts/lib/machine.ts';
import type { CarriedInfo } from '../../../utils/model/carry.ts';
import { AppError } from '../../../utils/model/errors.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import type { FieldResult } from '../../../utils/model/tool.ts';
import { toolDesk } from '../../../utils/tools/desk.ts';
import type {
  FillAnswer,
  Known,
  PagePort,
  ToolDesk,
  ToolInFront,
} from '../../../utils/tools/desk-types.ts';
import type { FieldChoice } from '../../../utils/tools/choose.ts';
import { toolSession } from '../../../utils/tools/session.ts';
import { CHROME_BUILD } from './launch.ts';
import { carriedKey, KEY, KNOWN, SECRET } from './tool-ledger.ts';

/** The page script as shipped, in an isolated world of its own, as the browser gives an extension. */
const SCRIPT = readFileSync(path.join(CHROME_BUILD, 'tool-page.js'), 'utf8');
const WORLD = 'kagiban';
export const ORIGIN = 'https://tool.example.jp';

export interface Tool {
  page: Page;
  /** Serves this HTML at an address (default: the tool's own) and opens it. */
  open: (html: string, at?: string) => Promise<void>;
  /** Serves HTML for a frame, or a script, without opening it. */
  serve: (address: string, body: string, type?: string) => Promise<void>;
  desk: ToolDesk;
  known: Known;
  /** The carried keys by id; a test may add its own. One with `hasSecret` opens with a secret. */
  carried: Record<string, CarriedInfo>;
  look: () => Promise<ToolInFront>;
  /** Looks and fills, with shop and origin confirmed, and gives the outcome by field. */
  put: (wish?: Partial<FillWish>) => Promise<Outcomes>;
  /** Fills what an earlier look saw. */
  /** Starts the pointing; what the person then clicks is the page's business. */
  point: () => Promise<void>;
  putSeen: (seen: ToolInFront, wish?: Partial<FillWish>) => Promise<Outcomes>;
  /** Every value in any field of any frame or shadow root that holds the key or the secret, by id. */
  holding: () => Promise<string[]>;
}

interface FillWish {
  shopConfirmed: boolean;
  originConfirmed: boolean;
  carryId: string;
  choices: FieldChoice[] | null;
}
/** By field; parts of one kind as `licenseKey stock`. */
export type Outcomes = Partial<Record<string, FieldResult['outcome']>>;

export const test = base.extend<{ tool: Tool }, { chromiumPage: () => Promise<Page> }>({
  chromiumPage: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: machine().chromium,
        chromiumSandbox: !isRoot(),
      });
      const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
      await use(() => context.newPage());
      await browser.close();
    },
    { scope: 'worker' },
  ],
  tool: async ({ chromiumPage }, use) => {
    const page = await chromiumPage();
    await use(await toolOn(page));
    await page.close();
  },
});
export { expect } from '@playwright/test';

/** The page script and the desk behind it, on any page. */
export async function toolOn(page: Page): Promise<Tool> {
  const cdp = await page.context().newCDPSession(page);
  const known = structuredClone(KNOWN);
  const carried: Record<string, CarriedInfo> = structuredClone(carriedKey);
  const session = memorySession();
  let ids = 0;
  const port = isolatedPort(cdp);
  const desk = toolDesk({
    page: port,
    session: toolSession(session, () => 0),
    carry: {
      list: async () => Object.values(carried),
      open: async (id) => ({
        licenseKey: makeSecret(KEY),
        serviceSecret: carried[id]?.hasSecret ? makeSecret(SECRET) : null,
      }),
    },
    now: () => 0,
    newId: () => `id-${(ids += 1)}`,
  });
  const serve = async (address: string, body: string, type = 'text/html'): Promise<void> => {
    await page.route(address, (route) =>
      route.fulfill({ body, contentType: `${type}; charset=utf-8` }),
    );
  };
  await serveModules(serve);
  const look = async (): Promise<ToolInFront> => {
    const { tool: seen } = await desk.look(1, known);
    if (seen === null) throw new Error('no tool was recognised');
    return seen;
  };
  const putSeen = async (seen: ToolInFront, wish: Partial<FillWish> = {}): Promise<Outcomes> => {
    const confirmed = {
      shopConfirmed: true,
      originConfirmed: true,
      warningsConfirmed: true,
      choices: [],
      carryId: 'vendor',
    };
    const request = { tabId: 1, lookId: seen.lookId, ...confirmed, ...wish };
    const { answer } = await desk.fillIn(request, known);
    return outcomesOf(answer);
  };
  return {
    page,
    open: async (html, at = `${ORIGIN}/settings`) => {
      await serve(at, html);
      await page.goto(at);
    },
    serve,
    desk,
    known,
    carried,
    look,
    putSeen,
    point: port.point,
    put: async (wish) => putSeen(await look(), wish),
    holding: () => fieldsHolding(page, [KEY, SECRET]),
  };
}

const outcomesOf = (answer: FillAnswer): Outcomes => {
  if (answer.kind === 'ask') throw new Error('asked, though all was confirmed');
  return Object.fromEntries(
    answer.results.map(({ field, part, outcome }) => [part ? `${field} ${part}` : field, outcome]),
  );
};

/** Preact as an ES module, for pages whose fields a framework controls. */
async function serveModules(serve: Tool['serve']): Promise<void> {
  const text = (file: string): string =>
    readFileSync(path.join(ROOT, 'node_modules/preact', file), 'utf8');
  await serve(`${ORIGIN}/preact`, text('dist/preact.mjs'), 'text/javascript');
  await serve(`${ORIGIN}/hooks`, text('hooks/dist/hooks.mjs'), 'text/javascript');
}

/** `PagePort` over the debugging protocol: what `page.browser.ts` does with `scripting`. */
function isolatedPort(cdp: CDPSession): PagePort & { point: () => Promise<void> } {
  // Like a documentId: a fill goes to the world of the look's document, or nowhere.
  const worlds = new Map<string, number>();
  const evaluate = async (contextId: number, expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
    return result.value;
  };
  const world = async (): Promise<number> => {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const answer = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: WORLD,
    });
    await evaluate(answer.executionContextId, SCRIPT);
    return answer.executionContextId;
  };
  const call = async (token: string, name: string, argument: unknown): Promise<unknown> => {
    const id = worlds.get(token);
    if (id === undefined) throw new AppError('pageGone');
    try {
      return await evaluate(id, `kagibanToolPage.${name}(${JSON.stringify(argument)})`);
    } catch (error) {
      if (/Cannot find context|was destroyed/.test(String(error))) throw new AppError('pageGone');
      throw error;
    }
  };
  return {
    look: async (_, spec) => {
      const id = await world();
      const facts = await evaluate(id, `kagibanToolPage.look(${JSON.stringify(spec)})`);
      worlds.set((facts as { token: string }).token, id);
      return { facts: facts as never, documentId: null };
    },
    fill: async (look, order) => (await call(look.token, 'fill', order)) as never,
    point: async () => {
      await evaluate(
        await world(),
        `kagibanToolPage.point({ ask: '指してください', done: '選びました' })`,
      );
    },
    readTest: async (look, order) => (await call(look.token, 'readTest', order)) as never,
  };
}

/** Ids of fields with a part of a secret long enough to harm, wherever they are. */
async function fieldsHolding(page: Page, secrets: string[]): Promise<string[]> {
  const found = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate((texts) => {
        const ids: string[] = [];
        const walk = (root: Document | ShadowRoot): void => {
          // A page may have put a form in the place of `document.querySelectorAll`.
          const { querySelectorAll } =
            root instanceof Document ? Document.prototype : ShadowRoot.prototype;
          for (const element of querySelectorAll.call(root, '*')) {
            const value = String(Reflect.get(element, 'value') ?? '');
            if (texts.some((text) => value.includes(text.slice(0, 12)))) ids.push(element.id);
            if (element.shadowRoot) walk(element.shadowRoot);
          }
        };
        walk(document);
        return ids;
      }, secrets),
    ),
  );
  return found.flat().sort();
}

function memorySession() {
  const values = new Map<string, unknown>();
  return {
    get: async (key: string) => structuredClone(values.get(key)),
    keys: async () => [...values.keys()],
    set: async (key: string, value: unknown) => void values.set(key, structuredClone(value)),
    remove: async (keys: string[]) => keys.forEach((key) => values.delete(key)),
  };
}
