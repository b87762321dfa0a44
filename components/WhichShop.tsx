import { useState } from 'preact/hooks';
import type { ShopView } from '../utils/overview/types.ts';
import { ask } from './background.ts';
import { ErrorLine } from './ErrorLine.tsx';
import { Shape } from './Shape.tsx';
import { t } from './say.ts';
import { useAction } from './useAction.ts';

interface Props {
  pending: ShopView;
  shops: ShopView[];
}

/** 「どの店舗ですか」: keys were read on a page that does not say whose they are. A person answers. */
export function WhichShop({ pending, shops }: Props) {
  const known = shops.filter((shop) => !shop.pending);
  const proposed = known.find((shop) => shop.id === pending.proposalShopId);
  const confirm = useAction(async (intoShopId: string | null, name: string | null) => {
    await ask('shop.confirm', { pendingId: pending.id, intoShopId, name });
  });
  return (
    <section class="notice unknown which" data-kagiban="which-shop" aria-label={t('popup.which')}>
      <Shape level="unknown" />
      <div class="notice-text">
        <strong>{t('popup.which')}</strong>
        <p>{proposed ? t('popup.whichProposal', [labelOf(proposed)]) : t('popup.whichHint')}</p>
        {proposed && (
          <button
            type="button"
            class="button primary"
            disabled={confirm.busy}
            onClick={() => confirm.run(proposed.id, null)}
          >
            {t('popup.whichYes', [labelOf(proposed)])}
          </button>
        )}
        <Answer shops={known} busy={confirm.busy} onAnswer={confirm.run} />
        <ErrorLine code={confirm.error} />
      </div>
    </section>
  );
}

interface AnswerProps {
  shops: ShopView[];
  busy: boolean;
  onAnswer: (shopId: string | null, name: string | null) => void;
}

function Answer({ shops, busy, onAnswer }: AnswerProps) {
  const [picked, setPicked] = useState('');
  const [name, setName] = useState('');
  const isNew = picked === '' || shops.length === 0;
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew ? name.trim() !== '' : true)
          onAnswer(isNew ? null : picked, isNew ? name.trim() : null);
      }}
    >
      {shops.length > 0 && (
        <select
          aria-label={t('popup.whichPick')}
          value={picked}
          onChange={(event) => setPicked(event.currentTarget.value)}
        >
          <option value="">{t('popup.whichNew')}</option>
          {shops.map((shop) => (
            <option key={shop.id} value={shop.id}>
              {labelOf(shop)}
            </option>
          ))}
        </select>
      )}
      {isNew && (
        <input
          type="text"
          required
          maxLength={80}
          placeholder={t('popup.whichName')}
          aria-label={t('popup.whichName')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      )}
      <button type="submit" class="button" disabled={busy}>
        {t('popup.whichSave')}
      </button>
    </form>
  );
}

export const labelOf = (shop: ShopView): string => shop.label ?? t('common.unknownShop');
