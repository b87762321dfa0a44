import browser from 'webextension-polyfill';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import { isStructure } from '../../utils/rms/diagnosis/check.ts';
import { diagnosisOf } from '../../utils/rms/diagnosis/report.ts';
import { readLedger } from './change.ts';
import { isRmsTab } from './rms-page.ts';

/** The build of the RMS page in front, for support: only ever on a person's click in our own page. */
export const pageDiagnose: Handlers['page.diagnose'] = async ({ tabId }) => {
  if (!(await isRmsTab(tabId))) throw new AppError('notRmsPage');
  const target = { tabId, allFrames: true };
  const answers = await browser.scripting
    .executeScript({ target, files: ['/rms-structure.js'] })
    .catch(() => {
      throw new AppError('rmsAccessWithheld');
    });
  const frames = answers.flatMap(({ result }) =>
    typeof result === 'string' && isStructure(result) ? [result] : [],
  );
  const { pages } = await readLedger();
  return {
    text: diagnosisOf({
      version: browser.runtime.getManifest().version,
      language: browser.i18n.getUILanguage().slice(0, 5),
      pages: pages.filter(
        ({ pageClass, problems }) => pageClass === 'unreadable' || problems.length > 0,
      ),
      frames,
    }),
  };
};
