import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeyButton } from '../../components/KeyButton.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import type { VaultStatus } from '../../utils/vault/safe/status.ts';
import { PasteBox } from './PasteBox.tsx';
import { PointPanel } from './PointPanel.tsx';
import { SettingsPanel, takesSettings } from './SettingsPanel.tsx';
import { Teach } from './Teach.tsx';
import { ToolPanel } from './ToolPanel.tsx';
import type { Front } from './usePageInFront.ts';

interface Props {
  front: Front;
  known: Known | null;
  carried: CarriedInfo[];
  /** null = not known yet. */
  vault: VaultStatus | null;
  refresh: () => void;
}

/** What can be done with the page in front: carry from RMS, fill into a tool, else nothing. */
export function PageActions({ front, known, carried, vault, refresh }: Props) {
  const { page, error } = front;
  if (page?.kind === 'rms') return <CarryPanel tabId={page.tabId} refresh={refresh} />;
  if (page?.pointed) {
    return <Teach tabId={page.tabId} pointed={page.pointed} taught={front.again} />;
  }
  if (page?.kind === 'other' && carried.length > 0) return <PointPanel tabId={page.tabId} />;
  if (page?.tool && takesSettings(page.tool)) {
    return <SettingsPanel tabId={page.tabId} tool={page.tool} vault={vault} />;
  }
  if (page?.kind === 'tool' && page.tool) {
    return (
      <ToolPanel
        key={`${page.tabId} ${page.tool.connectorId} ${page.tool.origin}`}
        tabId={page.tabId}
        tool={page.tool}
        known={known}
        carried={carried}
        refresh={refresh}
      />
    );
  }
  return <ErrorLine code={error} />;
}

function CarryPanel({ tabId, refresh }: { tabId: number; refresh: () => void }) {
  const [notFound, setNotFound] = useState(false);
  const carry = useAction(async () => {
    setNotFound(true);
    await ask('carry.page', { tabId });
    setNotFound(false);
    refresh();
  });
  return (
    <section class="panel front" aria-label={t('popup.page')}>
      <p>{t('popup.carryHint')}</p>
      <div class="buttons">
        <KeyButton moves="carry" primary busy={carry.busy} onPress={carry.run}>
          {t('popup.carry')}
        </KeyButton>
      </div>
      <ErrorLine code={carry.error} />
      <PasteBox open={notFound && carry.error !== null} refresh={refresh} />
    </section>
  );
}
