import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeyButton } from '../../components/KeyButton.tsx';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import { heldName } from '../../components/vault/heldName.ts';
import type { FillAnswer, ToolInFront } from '../../utils/tools/desk-types.ts';
import type { HeldTokenInfo } from '../../utils/vault/safe/items.ts';
import type { VaultStatus } from '../../utils/vault/safe/status.ts';
import { FieldsFound } from './FieldsFound.tsx';
import { FillResults } from './FillResults.tsx';
import { ToolNotes } from './ToolNotes.tsx';

interface Props {
  tabId: number;
  tool: ToolInFront;
  /** null = not known yet. */
  vault: VaultStatus | null;
}

/** Settings that take tokens of other services and no Rakuten key (Luxliner): filled from the vault. */
export function SettingsPanel({ tabId, tool, vault }: Props) {
  const [answer, setAnswer] = useState<FillAnswer | null>(null);
  const fill = useAction(async (itemId: string) => {
    setAnswer(null);
    // The domain stands large above the buttons, so that a press says yes.
    const wish = { tabId, lookId: tool.lookId, itemId, originConfirmed: true };
    setAnswer(await ask('tool.fillSettings', wish));
  });
  const tokens = vault && 'items' in vault ? vault.items.filter(isToken) : [];
  return (
    <section class="panel front" aria-label={t('popup.page')} data-connector={tool.connectorId}>
      <h2>{toolName(tool.connectorId, t, [])}</h2>
      <p class="domain">{tool.domain}</p>
      <FieldsFound tool={tool} />
      <ToolNotes connectorId={tool.connectorId} />
      {tokens.length === 0 && (
        <p class="quiet">
          {t(vault?.state === 'locked' ? 'vault.settingsLocked' : 'vault.settingsNone')}
        </p>
      )}
      <div class="buttons">
        {tokens.map((item) => (
          <KeyButton
            key={item.id}
            moves="fill"
            data={{ 'data-tool': tool.connectorId, 'data-service': item.service }}
            primary
            busy={fill.busy}
            onPress={() => fill.run(item.id)}
          >
            {t('vault.fillSettings', [heldName(item)])}
          </KeyButton>
        ))}
      </div>
      {answer?.kind === 'done' && (
        <FillResults
          tabId={tabId}
          tool={tool}
          results={answer.results}
          shopId={null}
          known={null}
        />
      )}
      <ErrorLine code={fill.error} />
    </section>
  );
}

const isToken = (item: { kind: string }): item is HeldTokenInfo => item.kind === 'token';

/** Does the screen take settings of other services, and no key? */
export const takesSettings = ({ fields }: ToolInFront): boolean =>
  fields.length > 0 && fields.every(({ field }) => field !== 'licenseKey');
