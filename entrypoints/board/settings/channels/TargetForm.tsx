import type { ComponentChildren } from 'preact';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import type { TargetChannel, TargetDraft } from '../../../../utils/reminders/targets.ts';
import { whyWords } from '../../../../utils/reminders/channels/why-words.ts';
import type { Add } from './useAdd.ts';

interface Props {
  channel: TargetChannel;
  hint: string;
  name: string;
  onName: (name: string) => void;
  add: Add;
  draft: () => TargetDraft;
  /** false = something of the form is still to come (the rooms). */
  ready?: boolean;
  children: ComponentChildren;
}

/** What every form of a target has: its words, the fields between, a name, and the answer to adding it. */
export const TargetForm = ({ channel, hint, add, draft, ready = true, ...props }: Props) => (
  <form
    class="fields"
    autoComplete="off"
    data-channel={channel}
    onSubmit={(event) => {
      event.preventDefault();
      add.run(draft());
    }}
  >
    <p class="quiet">{hint}</p>
    {props.children}
    {ready && (
      <>
        <TextField
          label={t('channels.nameLabel')}
          hint={t('channels.nameHint')}
          maxLength={60}
          value={props.name}
          onValue={props.onName}
        />
        <div>
          <button type="submit" class="button primary" disabled={add.busy}>
            {t(add.busy ? 'channels.saving' : 'channels.save')}
          </button>
        </div>
      </>
    )}
    {add.why && (
      <Notice level="unknown" role="alert" data={{ 'data-why': add.why }}>
        {whyWords(channel, add.why, t)}
      </Notice>
    )}
    <ErrorLine code={add.error} />
  </form>
);
