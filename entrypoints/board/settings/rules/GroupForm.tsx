import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import { useAction } from '../../../../components/useAction.ts';
import { labelOf } from '../../../../components/WhichShop.tsx';
import type { Policy } from '../../../../utils/model/notice.ts';
import type { ShopView } from '../../../../utils/overview/types.ts';

interface Props {
  /** null = a new one. */
  group: Policy | null;
  groups: Policy[];
  shops: ShopView[];
  saved: (id: string, name: string) => void;
  cancel: () => void;
}

/** With fewer shops the list is seen whole. */
const SEARCHED = 10;

/** Name and shops of a group. */
export function GroupForm({ group, groups, shops, saved, cancel }: Props) {
  const [name, setName] = useState(group?.name ?? '');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(group?.shopIds));
  const [search, setSearch] = useState('');
  const shown = shops.filter((shop) => labelOf(shop).normalize('NFKC').includes(search.trim()));
  const all = shown.length > 0 && shown.every(({ id }) => picked.has(id));
  const pick = (ids: string[], on: boolean): void => {
    const next = new Set(picked);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setPicked(next);
  };
  const save = useAction(async () => {
    const id = group?.id ?? null;
    const wish = { id, name: name.trim(), shopIds: [...picked], like: null };
    const { groupId } = await ask('policy.group', wish);
    saved(groupId, wish.name);
  });
  const otherGroup = (shopId: string): string | undefined =>
    groups.find(({ id, shopIds }) => id !== group?.id && shopIds.includes(shopId))?.name;
  return (
    <form
      class="card fields"
      data-kagiban="group-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      <TextField
        label={t('groups.name')}
        hint={t('groups.nameHint')}
        maxLength={60}
        value={name}
        onValue={setName}
      />
      <fieldset>
        <legend>{t('groups.shops', [String(picked.size)])}</legend>
        {shops.length > SEARCHED && (
          <div class="buttons">
            <input
              type="search"
              aria-label={t('groups.search')}
              placeholder={t('groups.search')}
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value.normalize('NFKC'))}
            />
            <button
              type="button"
              class="button"
              disabled={shown.length === 0}
              onClick={() =>
                pick(
                  shown.map(({ id }) => id),
                  !all,
                )
              }
            >
              {t(all ? 'groups.none' : 'groups.all', [String(shown.length)])}
            </button>
          </div>
        )}
        <ul class="shop-list">
          {shown.map((shop) => (
            <li key={shop.id}>
              <label>
                <input
                  type="checkbox"
                  checked={picked.has(shop.id)}
                  onChange={(event) => pick([shop.id], event.currentTarget.checked)}
                />
                {labelOf(shop)}
                <Elsewhere name={otherGroup(shop.id)} />
              </label>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p class="quiet">{t('groups.noneFound')}</p>}
      </fieldset>
      <div class="buttons">
        <button
          type="submit"
          class="button primary"
          data-kagiban="save-group"
          disabled={save.busy || picked.size === 0 || name.trim() === ''}
        >
          {t('groups.save')}
        </button>
        <button type="button" class="button" disabled={save.busy} onClick={cancel}>
          {t('groups.cancel')}
        </button>
      </div>
      <ErrorLine code={save.error} />
    </form>
  );
}

/** It would leave the group in which it is now. */
const Elsewhere = ({ name }: { name: string | undefined }) =>
  name === undefined ? null : <span class="quiet">{t('groups.elsewhere', [name])}</span>;
