import { render } from 'preact';
import { markLanguage, t } from '../../components/say.ts';
import { readKnown } from '../../components/useLedger.ts';
import { Board } from './Board.tsx';

async function start(root: HTMLElement): Promise<void> {
  markLanguage(document);
  document.title = `${t('common.brand')} ${t('board.title')}`;
  render(<Board first={await readKnown()} />, root);
}

const root = document.getElementById('app');
if (root) void start(root);
