import { AnswerBox } from '../../components/AnswerBox.tsx';
import { Last4 } from '../../components/Last4.tsx';
import { Next } from '../../components/Next.tsx';
import { Particulars } from '../../components/Particulars.tsx';
import { t } from '../../components/say.ts';
import { LevelWord, Shape } from '../../components/Shape.tsx';
import type { Known } from '../../components/useLedger.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import { StartRunFor } from '../../components/StartRun.tsx';
import { needWords, timeWords } from '../../components/words.ts';
import type { LicenseView, ShopView } from '../../utils/overview/types.ts';
import { todoOf } from './todoOf.ts';

/** 今日やること: for every key that needs a person, what and by when. */
export function Todo({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const todo = todoOf(known.overview, shop);
  return (
    <section aria-labelledby="todo-title">
      <h2 id="todo-title">{t('board.tab.todo')}</h2>
      {todo.length === 0 ? (
        <div class="nothing">
          <p>{t('board.todoEmpty')}</p>
          <p class="quiet">{t('board.todoEmptyBody')}</p>
        </div>
      ) : (
        <ul class="todo">
          {todo.map((view) => (
            <Item key={view.licenseId} view={view} known={known} />
          ))}
        </ul>
      )}
    </section>
  );
}

const Item = ({ view, known }: { view: LicenseView; known: Known }) => (
  <li data-kagiban="todo" data-need={view.need}>
    <Shape level={view.level} />
    <div>
      <p>
        <strong>{view.app}</strong> <Last4 last4={view.last4} />{' '}
        {known.overview.shops.length > 1 && (
          <span class="quiet">{shopOf(view, known.overview.shops)}</span>
        )}
      </p>
      <p>{needWords(view, known.overview.today, t)}</p>
      <Particulars view={view} />
      <AnswerBox view={view} known={known} />
    </div>
    <p class="time">
      <LevelWord view={view} /> <strong>{timeWords(view, t)}</strong>
    </p>
    <p class="next">
      <Next view={view} /> {!hasRun(view, known.ledger) && <StartRunFor view={view} />}
    </p>
  </li>
);

const shopOf = (view: LicenseView, shops: ShopView[]): string => {
  const shop = shops.find((one) => one.id === view.shopId);
  return shop ? labelOf(shop) : t('common.unknownShop');
};

/** The run of its key is shown above, with its next step. */
const hasRun = (view: LicenseView, { renewals }: Known['ledger']): boolean =>
  renewals.some(
    ({ appId, closed, kind, oldLicenseId }) =>
      closed === null &&
      appId === view.appId &&
      (kind === 'issue' || oldLicenseId === view.licenseId),
  );
