import { RmsLink } from '../../components/RmsLink.tsx';
import { t } from '../../components/say.ts';

const DOES = ['does1', 'does2', 'does3', 'does4'] as const;
const NEVER = ['never1', 'never2', 'never3', 'never4', 'never5'] as const;

/** First run: what it does, what it never does, and the one click that starts it. */
export const Welcome = () => (
  <main>
    <h1>{t('welcome.title')}</h1>
    <p>{t('welcome.lead')}</p>
    <section class="start" aria-labelledby="start">
      <h2 id="start">{t('welcome.startTitle')}</h2>
      <p>{t('welcome.start')}</p>
      <RmsLink button>{t('common.openAppList')}</RmsLink>
    </section>
    <section aria-labelledby="does">
      <h2 id="does">{t('welcome.doesTitle')}</h2>
      <Lines keys={DOES} />
    </section>
    <section aria-labelledby="never">
      <h2 id="never">{t('welcome.neverTitle')}</h2>
      <Lines keys={NEVER} />
    </section>
    <p class="quiet">{t('welcome.limit')}</p>
  </main>
);

const Lines = ({ keys }: { keys: readonly ((typeof DOES)[number] | (typeof NEVER)[number])[] }) => (
  <ul>
    {keys.map((key) => (
      <li key={key}>{t(`welcome.${key}`)}</li>
    ))}
  </ul>
);
