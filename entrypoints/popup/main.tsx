import { render } from 'preact';
import { i18n } from '#i18n';

const app = document.getElementById('app');
if (app) render(<p>{i18n.t('extension.name')}</p>, app);
