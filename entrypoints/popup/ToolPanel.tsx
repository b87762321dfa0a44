import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { RmsLink } from '../../components/RmsLink.tsx';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { FillAnswer, ToolInFront } from '../../utils/tools/desk-types.ts';
import type { FieldChoice } from '../../utils/tools/choose.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { carriedName } from './carriedWords.ts';
import { FillButton } from './FillButton.tsx';
import { FillResults } from './FillResults.tsx';
import { FilledBefore } from './FollowUp.tsx';
import { PasteBox } from './PasteBox.tsx';
import { suggestedKey } from './suggestedKey.ts';
import { SeeKey } from './SeeKey.tsx';
import { FieldsFound } from './FieldsFound.tsx';
import { PointButton } from './PointPanel.tsx';
import { ToolNotes } from './ToolNotes.tsx';

interface Props {
  tabId: number;
  tool: ToolInFront;
  known: Known | null;
  carried: CarriedInfo[];
  refresh: () => void;
}

/** A connected tool's settings are in front: where a key would go, which one, and [入力する]. */
export function ToolPanel({ tabId, tool, known, carried, refresh }: Props) {
  const [picked, setPicked] = useState<string | null>(null);
  const [answer, setAnswer] = useState<FillAnswer | null>(null);
  const key =
    carried.find((one) => one.id === picked) ?? suggestedKey(carried, tool, known?.ledger ?? null);
  const [choices, setChoices] = useState<FieldChoice[]>([]);
  const [shopId, setShopId] = useState<string | null>(null);
  const fill = useAction(async ({ id: carryId, shopId: keysShop }: CarriedInfo) => {
    const asked = answer?.kind === 'ask' ? answer : null;
    setAnswer(
      await ask('tool.fill', {
        tabId,
        lookId: tool.lookId,
        carryId,
        shopConfirmed: asked?.shopConfirm ?? false,
        // Before the first fill the domain stands large above the button (below), so that press says yes.
        originConfirmed: !tool.bound || (asked?.originConfirm ?? false),
        warningsConfirmed: asked !== null,
        choices: asked ? choices : null,
      }),
    );
    // The key may be gone by the time that the person has saved; whose it was is not.
    setShopId(keysShop);
    refresh();
  });
  return (
    <section class="panel front" aria-label={t('popup.page')} data-connector={tool.connectorId}>
      <Where tool={tool} known={known} />
      <FieldsFound tool={tool} />
      {tool.fields.some(isLostKey) && <PointButton tabId={tabId} />}
      <ToolNotes connectorId={tool.connectorId} />
      {carried.length > 1 && (
        <Choice carried={carried} known={known} picked={key?.id ?? ''} onPick={setPicked} />
      )}
      {carried.length === 0 && <NothingCarried refresh={refresh} />}
      {key && (
        <FillButton
          tool={tool}
          keyInfo={key}
          named={carried.length === 1}
          known={known}
          answer={answer}
          choices={choices}
          onChoose={setChoices}
          busy={fill.busy}
          onFill={() => fill.run(key)}
        />
      )}
      <ErrorLine code={fill.error} />
      {answer === null && tool.filled && (
        <FilledBefore tabId={tabId} tool={tool} filled={tool.filled} known={known} />
      )}
      {answer === null && !tool.filled && <SeeKey tabId={tabId} tool={tool} />}
      {answer?.kind === 'done' && (
        <FillResults
          tabId={tabId}
          tool={tool}
          results={answer.results}
          shopId={shopId}
          known={known}
        />
      )}
    </section>
  );
}

const Where = ({ tool, known }: { tool: ToolInFront; known: Known | null }) => (
  <div>
    <h2>
      {toolName(tool.connectorId, t, known?.ledger.customTools ?? [])}
      {tool.bound && <span class="quiet">{tool.domain}</span>}
    </h2>
    {!tool.bound && (
      <>
        <p class="domain">{tool.domain}</p>
        <p>{t('popup.toolFirst')}</p>
      </>
    )}
    <p class="quiet">
      {tool.shopOnPage === null
        ? t('popup.shopUnreadable')
        : t('popup.shopOnPage', [tool.shopOnPage])}
    </p>
  </div>
);

const NothingCarried = ({ refresh }: { refresh: () => void }) => (
  <>
    <p>
      {t('popup.toolNoKey')} <RmsLink>{t('common.openAppList')}</RmsLink>
    </p>
    <PasteBox open={false} refresh={refresh} />
  </>
);

/** The key's field is not there as the connector knows it: the person can point at it. */
const isLostKey = ({ field, found }: ToolInFront['fields'][number]): boolean =>
  field === 'licenseKey' && found === 'none';

interface ChoiceProps {
  carried: CarriedInfo[];
  known: Known | null;
  picked: string;
  onPick: (id: string) => void;
}

const Choice = ({ carried, known, picked, onPick }: ChoiceProps) => (
  <fieldset class="choices">
    <legend>{t('popup.whichKey')}</legend>
    {carried.map((info) => (
      <label key={info.id}>
        <input
          type="radio"
          name="key"
          checked={info.id === picked}
          onChange={() => onPick(info.id)}
        />
        <span>{carriedName(info, known)}</span>
      </label>
    ))}
  </fieldset>
);
