import { i18n } from '#i18n';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import type { Say } from '../../utils/model/say.ts';
import type { LedgerChange } from '../../utils/model/ledger.ts';
import { toolDesk } from '../../utils/tools/desk.ts';
import { takeFile } from '../../utils/tools/take-file.ts';
import { fillInTab, lookAtTab, pointInTab, readTestInTab } from '../../utils/tools/page.browser.ts';
import { recordSaved } from '../../utils/tools/records.ts';
import { change, readLedger } from './change.ts';
import { isRmsTab } from './rms-page.ts';
import { carry, newId, now, safe, tools } from './services.ts';

const t = i18n.t as Say;

const desk = toolDesk({
  page: { look: lookAtTab, fill: fillInTab, readTest: readTestInTab },
  session: tools,
  carry,
  now,
  newId,
});

export const pageLook: Handlers['page.look'] = async ({ tabId }) => {
  if (await isRmsTab(tabId)) return { kind: 'rms', tabId, tool: null, pointed: null };
  const seen = await desk.look(tabId, await readLedger());
  return { kind: seen.tool ? 'tool' : 'other', tabId, ...seen };
};

export const toolPoint: Handlers['tool.point'] = async ({ tabId }) => {
  if (await isRmsTab(tabId)) throw new AppError('pageNotAllowed');
  await pointInTab(tabId, { ask: t('point.ask'), done: t('point.done') });
  return {};
};

export const toolTeach: Handlers['tool.teach'] = async (lesson) => {
  const made = await desk.learn(lesson, await readLedger());
  await change(() => made);
  return {};
};

export const toolForget: Handlers['tool.forget'] = async ({ connectorId }) => {
  await change(() => ({ remove: { customTools: [connectorId] } }));
  return {};
};

export const toolTake: Handlers['tool.take'] = async ({ file }) => {
  await change((_ledger, at) => takeFile(file, newId, at));
  return {};
};

export const toolFill: Handlers['tool.fill'] = async (wish) =>
  written(await desk.fillIn(wish, await readLedger()));

export const toolFillSettings: Handlers['tool.fillSettings'] = async ({ itemId, ...wish }) => {
  const held = await safe.take(itemId);
  if (held.kind !== 'token') throw new AppError('notFound');
  return written(await desk.fillSettings(wish, held, await readLedger()));
};

export const toolReadTest: Handlers['tool.readTest'] = async ({ tabId, lookId }) =>
  written(await desk.readTest(tabId, lookId, await readLedger()));

async function written<T>(done: { answer: T; change: LedgerChange | null }): Promise<T> {
  const made = done.change;
  if (made) await change(() => made);
  return done.answer;
}

export const toolSaved: Handlers['tool.saved'] = async ({ bindingId }) => {
  await change(({ bindings, placements }, at) => {
    const binding = bindings.find(({ id }) => id === bindingId);
    if (!binding) throw new AppError('notFound');
    return recordSaved({ binding, placements }, 'person', at);
  });
  return {};
};
