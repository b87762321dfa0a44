import browser from 'webextension-polyfill';
import { AppError } from '../model/errors.ts';
import type { FieldResult } from '../model/tool.ts';
import {
  fieldResultsSchema,
  heldReadSchema,
  pageFactsSchema,
  testReadSchema,
} from './page.schema.ts';
import type {
  FillOrder,
  HeldRead,
  LookSpec,
  PageFacts,
  ReadHeldOrder,
  ReadTestOrder,
  TestRead,
  ToolPage,
} from './page/types.ts';
import type { PointWords } from './page/point.ts';
import type { Look } from './session.ts';

/** Injects the page script into a tab's top document and looks. Throws `pageNotAllowed`. */
export async function lookAtTab(
  tabId: number,
  spec: LookSpec,
): Promise<{ facts: PageFacts; documentId: string | null }> {
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.executeScript({ target, files: ['/tool-page.js'] });
    const [answer] = await browser.scripting.executeScript({ target, func: runLook, args: [spec] });
    const facts = pageFactsSchema.parse(answer?.result);
    return { facts, documentId: answer?.documentId ?? null };
  } catch {
    throw new AppError('pageNotAllowed');
  }
}

/** Runs the fill in the look's document and no other. Throws `pageGone` where that is gone. */
export const fillInTab = (look: Look, order: FillOrder): Promise<FieldResult[]> =>
  runIn(look, runFill, order, (result) => fieldResultsSchema.parse(result));

/** Reads the tool's own test in the look's document. Throws `pageGone`. */
export const readTestInTab = (look: Look, order: ReadTestOrder): Promise<TestRead> =>
  runIn(look, runReadTest, order, (result) => testReadSchema.parse(result));

/** Reads the last four of the key in the look's licenseKey field. Throws `pageGone`. */
export const readHeldInTab = (look: Look, order: ReadHeldOrder): Promise<HeldRead> =>
  runIn(look, runReadHeld, order, (result) => heldReadSchema.parse(result));

/** Lets the person point at a field of the page. Throws `pageNotAllowed`. */
export async function pointInTab(tabId: number, words: PointWords): Promise<void> {
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.executeScript({ target, files: ['/tool-page.js'] });
    await browser.scripting.executeScript({ target, func: runPoint, args: [words] });
  } catch {
    throw new AppError('pageNotAllowed');
  }
}

async function runIn<Order, Result>(
  look: Look,
  func: (order: Order) => unknown,
  order: Order,
  parse: (result: unknown) => Result,
): Promise<Result> {
  const { tabId, documentId } = look;
  const target =
    documentId === null ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
  try {
    const [answer] = await browser.scripting.executeScript({
      target,
      func: func as (...args: unknown[]) => unknown,
      args: [order],
    });
    return parse(answer?.result);
  } catch {
    // Never the browser's own words: they may quote the arguments.
    throw new AppError('pageGone');
  }
}

// These are sent as text and run in the page's isolated world: they may use nothing from here,
// not even TOOL_PAGE. Nothing there (another document) answers undefined.
type Scope = { kagibanToolPage?: ToolPage };
const runLook = (spec: unknown): unknown =>
  (globalThis as Scope).kagibanToolPage?.look(spec as LookSpec);
const runFill = (order: FillOrder): unknown => (globalThis as Scope).kagibanToolPage?.fill(order);
const runReadTest = (order: ReadTestOrder): unknown =>
  (globalThis as Scope).kagibanToolPage?.readTest(order);
const runReadHeld = (order: ReadHeldOrder): unknown =>
  (globalThis as Scope).kagibanToolPage?.readHeld(order);
const runPoint = (words: unknown): unknown =>
  (globalThis as Scope).kagibanToolPage?.point(words as PointWords);
