import { i18n } from '#i18n';
import { toolName } from '../../components/toolName.ts';
import { joinChanges } from '../../utils/ledger/apply.ts';
import { merge } from '../../utils/ledger/merge.ts';
import { confirmShop, dismissHint, resolveConflict, setExpiry } from '../../utils/ledger/people.ts';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { errorCodeOf } from '../../utils/model/errors.ts';
import type { Say } from '../../utils/model/say.ts';
import { takeAnswerBack as takeBackThere } from '../../utils/sharing/answers.ts';
import { keepForCompanion } from '../../utils/sharing/unsent.ts';
import { pageNotes } from '../../utils/overview/page-notes.ts';
import { answeringOf, dropAnswer, giveAnswer } from '../../utils/reminders/answers.ts';
import { endGroup, setGroup } from '../../utils/reminders/groups.ts';
import { setRoute, setRules } from '../../utils/reminders/set-policy.ts';
import { dropAll, markFound } from './carry.ts';
import { change, readLedger } from './change.ts';
import { newId, now } from './services.ts';
import { setRulesChangedAt } from './settings.ts';
import { companionPort } from './sharing.ts';

const t = i18n.t as Say;
const tool = (connectorId: string): string => toolName(connectorId, t, []);

/** A reading that can't be written is answered with why, so that the page itself says so. */
export const report: Handlers['page.report'] = async ({ reading }) => {
  // RMS may show its login form in place, at the address of the page that was asked for.
  if (reading.pageClass === 'loggedOut') await dropAll('loggedOut');
  try {
    // When it was read is ours to say: a page's process may claim any time.
    const after = await change((ledger, at) =>
      joinChanges(
        merge(ledger, { ...reading, at }, { now: at, newId }),
        keepForCompanion(ledger, { ...reading, at }, newId),
      ),
    );
    // The page need not wait for it. Carried keys may die while they are looked at; the next reading tries again.
    void markFound().catch(() => undefined);
    return {
      stored: true,
      problem: null,
      notes: pageNotes(after, reading, { now: now(), t, tool }),
    };
  } catch (error) {
    return { stored: false, problem: errorCodeOf(error), notes: [] };
  }
};

export const hint: Handlers['page.hint'] = async () => {
  const { meta } = await readLedger();
  return { show: meta.firstReadingAt === null && meta.hintDismissedAt === null };
};

/** A change by a person, which is either written or refused with its reason. */
async function byPerson(decide: Parameters<typeof change>[0]): Promise<Record<string, never>> {
  await change(decide);
  return {};
}

export const dismiss: Handlers['hint.dismiss'] = () => byPerson(dismissHint);

export const giveExpiry: Handlers['license.setExpiry'] = (given) =>
  byPerson((ledger, at) => setExpiry(ledger, given, at));

export const settleConflict: Handlers['license.resolveConflict'] = (answer) =>
  byPerson((ledger, at) => resolveConflict(ledger, answer, at));

export const sayWhose: Handlers['shop.confirm'] = (said) =>
  byPerson((ledger, at) => confirmShop(ledger, said, at));

/** Whoever sits at this browser: it knows no name. */
export const answerMatter: Handlers['matter.answer'] = ({ topic, given }) =>
  byPerson((ledger, at) => giveAnswer(ledger, { topic, by: '', ...answeringOf(given, at) }, at));

/** Where a companion speaks it must hear of it first: it would tell us of the answer again. */
export const takeAnswerBack: Handlers['matter.takeBack'] = async ({ topic }) => {
  const { meta } = await readLedger();
  if ((meta.companionSpeaksFor ?? []).length > 0) {
    await takeBackThere(await companionPort(), topic);
  }
  return byPerson((ledger) => dropAnswer(ledger, topic));
};

export const setWorkRules: Handlers['policy.set'] = ({ group, ...rules }) =>
  ruled((ledger) => setRules(ledger, rules, group));

export const setNoticeRoute: Handlers['policy.route'] = ({ group, ...route }) =>
  ruled((ledger) => setRoute(ledger, route, group));

export const putGroup: Handlers['policy.group'] = async (wish) => {
  const groupId = wish.id ?? newId();
  await ruled((ledger) => setGroup(ledger, wish, () => groupId));
  return { groupId };
};

export const dissolveGroup: Handlers['policy.ungroup'] = ({ groupId }) =>
  ruled((ledger) => endGroup(ledger, groupId));

/** A companion that speaks for a shop goes by the same rules: it hears of them at the next meeting. */
async function ruled(decide: Parameters<typeof change>[0]): Promise<Record<string, never>> {
  const { meta } = await change(decide);
  if ((meta.companionSpeaksFor ?? []).length > 0) await setRulesChangedAt(now());
  return {};
}
