import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { KeyButton } from '../../../../components/KeyButton.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { heldName } from '../../../../components/vault/heldName.ts';
import {
  type HeldInfo,
  TOKEN_FIELDS,
  type TokenField,
} from '../../../../utils/vault/safe/items.ts';

interface Props {
  item: HeldInfo;
  refresh: () => void;
}

/** One thing that the vault holds. A key is used from the popup, where the tool's page is. */
export function HeldItem({ item, refresh }: Props) {
  const forget = useAction(async () => {
    await ask('vault.forget', { itemId: item.id });
    refresh();
  });
  return (
    <div class="card" data-kagiban="held" data-kind={item.kind}>
      <p>
        <strong>{heldName(item)}</strong>{' '}
        {item.kind === 'key' && (
          <span class="quiet">
            {[item.developer, t(item.hasSecret ? 'popup.carriedBoth' : 'popup.carriedKey')]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </p>
      {item.kind === 'token' && <CopyToken itemId={item.id} fields={TOKEN_FIELDS[item.service]} />}
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="vault-forget"
          disabled={forget.busy}
          onClick={forget.run}
        >
          {t('vault.forget')}
        </button>
      </div>
      <ErrorLine code={forget.error} />
    </div>
  );
}

function CopyToken({ itemId, fields }: { itemId: string; fields: readonly TokenField[] }) {
  const [copied, setCopied] = useState(false);
  const copy = useAction(async (field: TokenField) => {
    setCopied(false);
    const { text } = await ask('vault.copyToken', { itemId, field });
    await navigator.clipboard.writeText(text);
    setCopied(true);
  });
  return (
    <>
      <div class="buttons">
        {fields.map((field) => (
          <KeyButton
            key={field}
            moves="copy-token"
            data={{ 'data-field': field }}
            busy={copy.busy}
            onPress={() => copy.run(field)}
          >
            {t('vault.copyToken', [t(`vault.tokenField.${field}`)])}
          </KeyButton>
        ))}
      </div>
      {copied && (
        <Notice level="fine" role="status">
          {t('popup.copied')} {t('vault.clipboardKeeps')}
        </Notice>
      )}
      <ErrorLine code={copy.error} />
    </>
  );
}
