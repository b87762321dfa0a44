import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Policy } from '../../../../utils/model/notice.ts';
import type { ShopView } from '../../../../utils/overview/types.ts';
import { Removed } from '../../Removed.tsx';
import { GroupForm } from './GroupForm.tsx';

interface Props {
  groups: Policy[];
  shops: ShopView[];
  /** Whose rules stand below; null = those of the shops in no group. */
  chosen: string | null;
  onChoose: (group: string | null) => void;
}

/** 店舗のグループ: what is set once for many shops. */
export function Groups({ groups, shops, chosen, onChoose }: Props) {
  // `null` = a new one is being made.
  const [edited, setEdited] = useState<Policy | null | undefined>(undefined);
  const [gone, setGone] = useState<Policy | null>(null);
  const [said, setSaid] = useState('');
  const end = useAction(async (group: Policy) => {
    await ask('policy.ungroup', { groupId: group.id });
    setSaid('');
    setGone(group);
    onChoose(null);
  });
  const alone = shops.filter(({ id }) => !groups.some(({ shopIds }) => shopIds.includes(id)));
  return (
    <section aria-labelledby="groups-title" data-kagiban="groups">
      <h2 id="groups-title">{t('groups.title')}</h2>
      <p class="quiet">{t('groups.intro')}</p>
      {groups.length > 0 && (
        <fieldset>
          <legend>{t('groups.which')}</legend>
          <Choice
            label={t('groups.others', [String(alone.length)])}
            checked={chosen === null}
            onPick={() => onChoose(null)}
          />
          {groups.map((group) => (
            <div class="group-row" key={group.id} data-kagiban="group">
              <Choice
                label={t('groups.one', [group.name, String(group.shopIds.length)])}
                checked={chosen === group.id}
                onPick={() => onChoose(group.id)}
              />
              <button
                type="button"
                class="link-button"
                aria-label={t('groups.editLabel', [group.name])}
                onClick={() => setEdited(group)}
              >
                {t('groups.edit')}
              </button>
              <button
                type="button"
                class="link-button"
                aria-label={t('groups.endLabel', [group.name])}
                disabled={end.busy}
                onClick={() => end.run(group)}
              >
                {t('groups.end')}
              </button>
            </div>
          ))}
        </fieldset>
      )}
      <ErrorLine code={end.error} />
      {gone && (
        <Removed
          kind="group"
          words={t('groups.gone', [gone.name])}
          restore={async () => {
            const { name, shopIds } = gone;
            const { groupId } = await ask('policy.group', { id: null, name, shopIds, like: gone });
            setGone(null);
            onChoose(groupId);
          }}
        />
      )}
      {edited === undefined && (
        <button
          type="button"
          class="button"
          data-kagiban="add-group"
          onClick={() => {
            setSaid('');
            setEdited(null);
          }}
        >
          {t('groups.add')}
        </button>
      )}
      {edited !== undefined && (
        <GroupForm
          key={edited?.id}
          group={edited}
          groups={groups}
          shops={shops}
          cancel={() => setEdited(undefined)}
          saved={(id, name) => {
            setSaid(t(edited ? 'groups.changed' : 'groups.made', [name]));
            setEdited(undefined);
            setGone(null);
            onChoose(id);
          }}
        />
      )}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}

interface ChoiceProps {
  label: string;
  checked: boolean;
  onPick: () => void;
}

const Choice = ({ label, checked, onPick }: ChoiceProps) => (
  <label>
    <input type="radio" name="rules-of" checked={checked} onChange={onPick} />
    {label}
  </label>
);
