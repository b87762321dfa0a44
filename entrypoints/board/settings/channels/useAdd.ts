import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../../../components/background.ts';
import { useAction, type Action } from '../../../../components/useAction.ts';
import { AppError } from '../../../../utils/model/errors.ts';
import type { Why } from '../../../../utils/reminders/channels/port.ts';
import type { TargetDraft } from '../../../../utils/reminders/targets.ts';
import { patternOf } from './patternOf.ts';

export interface Add extends Action<[TargetDraft]> {
  /** Why the draft was not taken; null = it was, or nothing has been tried. */
  why: Why | null;
}

/** Asks for the one address at the click, then adds the target. `added` runs when it stands in the ledger. */
export function useAdd(added: () => void): Add {
  const [why, setWhy] = useState<Why | null>(null);
  const action = useAction(async (draft: TargetDraft) => {
    setWhy(null);
    const pattern = patternOf({ channel: draft.channel, config: withAddress(draft) });
    if (!pattern) {
      setWhy('badConfig');
      return;
    }
    // Without awaiting anything before: the browser asks only within the click.
    const allowed = await browser.permissions.request({ origins: [pattern] });
    if (!allowed) throw new AppError('permissionDenied');
    const answer = await ask('target.add', draft);
    setWhy(answer.why);
    if (answer.why === null) added();
  });
  return { ...action, why };
}

/** A webhook's address is its secret; where it leads is all that is needed of it here. */
const withAddress = ({ channel, config, secret }: TargetDraft): Record<string, string> =>
  channel === 'chatwork' || channel === 'zendesk' || channel === 'netshonin'
    ? config
    : { origin: secret ?? '' };
