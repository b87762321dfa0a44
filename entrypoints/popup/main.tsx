import { render } from 'preact';
import { markLanguage } from '../../components/say.ts';
import { readKnown } from '../../components/useLedger.ts';
import { App } from './App.tsx';

async function start(root: HTMLElement): Promise<void> {
  markLanguage(document);
  const first = await readKnown();
  root.replaceChildren();
  render(<App first={first} />, root);
}

const root = document.getElementById('app');
if (root) void start(root);
