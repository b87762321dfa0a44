import { useEffect, useState } from 'preact/hooks';
import { t } from '../../components/say.ts';
import type { VaultStatus } from '../../utils/vault/safe/status.ts';
import type { VaultProps } from './Vault.tsx';

interface Props {
  vault: VaultStatus;
  /** A tool is in front and no key is carried: what it holds is the next thing wanted. */
  wanted: boolean;
  refresh: () => void;
}

type View = (props: VaultProps) => preact.JSX.Element;

/** 金庫: one line until somebody opens it; what is in it is loaded only then. */
export function VaultPanel({ vault, wanted, refresh }: Props) {
  const [view, setView] = useState<{ Vault: View } | null>(null);
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    if (open && !view) void import('./Vault.tsx').then(setView);
  }, [open]);
  if (vault.state !== 'locked' && vault.state !== 'open') return null;
  return (
    <details
      class="paste"
      data-kagiban="vault"
      data-state={vault.state}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t(`vault.summary.${vault.state}`)}</summary>
      {view && <view.Vault vault={vault} refresh={refresh} />}
    </details>
  );
}
