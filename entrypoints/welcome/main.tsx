import { render } from 'preact';
import { markLanguage, t } from '../../components/say.ts';
import { Welcome } from './Welcome.tsx';

markLanguage(document);
document.title = t('welcome.title');
const root = document.getElementById('app');
if (root) render(<Welcome />, root);
