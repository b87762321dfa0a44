import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { makeDispatch, type Handlers } from '../../utils/messages/dispatch.ts';
import { RMS_PERMISSION, type Sender } from '../../utils/messages/sender.ts';
import * as links from './calendar-links.ts';
import {
  carryCompare,
  carryCopy,
  carryDrop,
  carryKeep,
  carryPage,
  carryPaste,
  watchForTheEnd,
} from './carry.ts';
import { tellPages } from './change.ts';
import { clipboardDone, clipboardDue, clipboardSet } from './clipboard.ts';
import { companionEndSeen, companionKeys, companionPair, companionUnpair } from './companion.ts';
import { pageDiagnose } from './diagnose.ts';
import * as handing from './hand-over.ts';
import { bringReader, injectIntoOpenTabs } from './inject.ts';
import { keytestRun } from './keytest.ts';
import * as ledger from './ledger-commands.ts';
import * as people from './people.ts';
import * as renewals from './renewals.ts';
import { openAppList } from './services.ts';
import { companionHistory } from './shared-history.ts';
import { status } from './status.ts';
import { speakerSet, targetAdd, targetRemove, targetRooms, targetTest } from './targets.ts';
import * as tool from './tool.ts';
import * as vault from './vault.ts';
import { wake } from './wake.ts';
import * as watches from './watches.ts';

/** For commands that may change what is due, or when. */
const thenWake =
  <P, V>(handle: (payload: P, sender: Sender) => Promise<V>) =>
  async (payload: P, sender: Sender): Promise<V> => {
    const value = await handle(payload, sender);
    void wake();
    return value;
  };

const handlers: Handlers = {
  'page.report': thenWake(ledger.report),
  'page.bringReader': bringReader,
  'page.hint': ledger.hint,
  'page.dismissHint': thenWake(ledger.dismiss),
  status,
  'page.look': tool.pageLook,
  'page.diagnose': pageDiagnose,
  'carry.page': thenWake(carryPage),
  'carry.paste': thenWake(carryPaste),
  'carry.copy': thenWake(carryCopy),
  'carry.compare': thenWake(carryCompare),
  'carry.drop': carryDrop,
  'carry.keep': thenWake(carryKeep),
  'vault.create': thenWake(vault.vaultCreate),
  'vault.unlock': thenWake(vault.vaultUnlock),
  'vault.unlockDevice': thenWake(vault.vaultUnlockDevice),
  'vault.lock': vault.vaultLock,
  'vault.changePassphrase': thenWake(vault.vaultChangePassphrase),
  'vault.setDevice': vault.vaultSetDevice,
  'vault.removeDevice': vault.vaultRemoveDevice,
  'vault.remove': vault.vaultRemove,
  'vault.acknowledge': vault.vaultAcknowledge,
  'vault.hold': vault.vaultHold,
  'vault.holdToken': vault.vaultHoldToken,
  'vault.take': thenWake(vault.vaultTake),
  'vault.copyToken': thenWake(vault.vaultCopyToken),
  'vault.forget': vault.vaultForget,
  'vault.export': vault.vaultExport,
  'vault.import': vault.vaultImport,
  'sharedPc.set': thenWake(vault.sharedPcSet),
  'clipboard.set': clipboardSet,
  'clipboard.due': clipboardDue,
  'clipboard.done': clipboardDone,
  'tool.fill': thenWake(tool.toolFill),
  'tool.fillSettings': thenWake(tool.toolFillSettings),
  'tool.point': tool.toolPoint,
  'tool.teach': tool.toolTeach,
  'tool.forget': tool.toolForget,
  'tool.take': tool.toolTake,
  'tool.readTest': thenWake(tool.toolReadTest),
  'tool.saved': thenWake(tool.toolSaved),
  'tool.add': thenWake(renewals.toolAdd),
  'tool.remove': thenWake(renewals.toolRemove),
  'tool.restore': thenWake(renewals.toolRestore),
  'tool.state': thenWake(renewals.toolState),
  'tool.worked': thenWake(renewals.toolWorked),
  'tool.compare': thenWake(renewals.toolCompare),
  'tool.seeKey': thenWake(renewals.toolSeeKey),
  'renewal.open': thenWake(renewals.renewalOpen),
  'renewal.close': thenWake(renewals.renewalClose),
  'renewal.note': renewals.renewalNote,
  'keytest.run': thenWake(keytestRun),
  'license.setExpiry': thenWake(ledger.giveExpiry),
  'license.resolveConflict': thenWake(ledger.settleConflict),
  'shop.confirm': thenWake(ledger.sayWhose),
  'hint.dismiss': thenWake(ledger.dismiss),
  'companion.pair': thenWake(companionPair),
  'companion.keys': companionKeys,
  'companion.unpair': companionUnpair,
  'companion.endSeen': companionEndSeen,
  'companion.channels': handing.companionChannels,
  'companion.handOver': thenWake(handing.companionHandOver),
  'companion.mail': thenWake(handing.companionMail),
  'companion.watch': watches.companionWatch,
  'companion.watches': watches.companionWatches,
  'companion.unwatch': watches.companionUnwatch,
  'companion.links': links.companionLinks,
  'companion.addLink': links.companionAddLink,
  'companion.endLink': links.companionEndLink,
  'companion.history': companionHistory,
  'companion.people': people.companionPeople,
  'companion.endBrowser': people.companionEndBrowser,
  'companion.leaves': people.companionLeaves,
  'companion.takeBack': thenWake(handing.companionTakeBack),
  'matter.answer': thenWake(ledger.answerMatter),
  'matter.takeBack': thenWake(ledger.takeAnswerBack),
  'policy.set': thenWake(ledger.setWorkRules),
  'policy.route': thenWake(ledger.setNoticeRoute),
  'policy.group': thenWake(ledger.putGroup),
  'policy.ungroup': thenWake(ledger.dissolveGroup),
  'speaker.set': thenWake(speakerSet),
  'target.rooms': targetRooms,
  'target.add': thenWake(targetAdd),
  'target.test': targetTest,
  'target.remove': thenWake(targetRemove),
};

export default defineBackground({
  type: 'module',
  // Every listener is registered here, before anything is awaited: a worker that was woken by an event
  // misses the event otherwise.
  main() {
    const dispatch = makeDispatch(handlers, {
      extensionId: browser.runtime.id,
      extensionOrigin: browser.runtime.getURL('').replace(/\/$/, ''),
    });
    // `return true` and `sendResponse` is the one form that Chrome, Firefox and the polyfill all know.
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      void dispatch(message, sender as Sender).then(sendResponse);
      return true;
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void injectIntoOpenTabs();
      if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
    });
    // Firefox forgets alarms when it closes: without this, nothing would be said until somebody opens RMS.
    browser.runtime.onStartup.addListener(() => void wake());
    browser.permissions.onAdded.addListener(({ origins }) => {
      if (origins?.includes(RMS_PERMISSION)) void injectIntoOpenTabs();
      tellPages();
    });
    browser.permissions.onRemoved.addListener(() => tellPages());
    browser.alarms.onAlarm.addListener(() => void wake());
    browser.notifications.onClicked.addListener((id) => {
      void browser.notifications.clear(id);
      void openAppList();
    });
    watchForTheEnd();
    // What fell due while the worker slept, whatever woke it now.
    void wake();
  },
});
