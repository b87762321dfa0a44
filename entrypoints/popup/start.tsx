import { render } from 'preact';
import { markLanguage } from '../../components/say.ts';
import { readKnown } from '../../components/useLedger.ts';
import { App } from './App.tsx';
import { fitWindow } from './fitWindow.ts';
// As text, since a linked style sheet would hold back the first paint.
import style from './popup.css?inline';

async function start(root: HTMLElement): Promise<void> {
  markLanguage(document);
  const first = await readKnown();
  document.getElementById('shell-style')?.remove();
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  root.replaceChildren();
  render(<App first={first} />, root);
  fitWindow(root);
}

const root = document.getElementById('app');
if (root) void start(root);
