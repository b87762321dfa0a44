import { KeyButton } from '../../components/KeyButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import type { FillAnswer, ToolInFront } from '../../utils/tools/desk-types.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import type { FieldChoice } from '../../utils/tools/choose.ts';
import { carriedName, shopOf } from './carriedWords.ts';
import { WhichField } from './WhichField.tsx';

interface Props {
  tool: ToolInFront;
  keyInfo: CarriedInfo;
  /** Say which key it is (there is no choice above that says so). */
  named: boolean;
  known: Known | null;
  answer: FillAnswer | null;
  choices: FieldChoice[];
  onChoose: (choices: FieldChoice[]) => void;
  busy: boolean;
  onFill: () => void;
}

/** [入力する]; where something must be asked first, the question and the button that answers it. */
export function FillButton(props: Props) {
  const { tool, keyInfo, named, known, answer, busy, onFill } = props;
  const asked = answer?.kind === 'ask' ? answer : null;
  const words = asked ? t('popup.fillConfirmed') : t('popup.fill');
  return (
    <>
      {named && <p>{carriedName(keyInfo, known)}</p>}
      {asked?.originConfirm && (
        <Notice level="unknown" role="alert">
          {t('popup.askOrigin', [tool.domain])}
        </Notice>
      )}
      {asked?.shopConfirm && (
        <Notice level="unknown" role="alert">
          {t('popup.askShop', [shopOf(keyInfo, known) ?? t('common.unknownShop')])}
        </Notice>
      )}
      {asked?.warnings.map((warning) => (
        <Notice key={warning} level="soon" role="alert" data={{ 'data-warning': warning }}>
          {t(`carry.${warning}`)}
        </Notice>
      ))}
      {asked?.fields.map((question) => (
        <WhichField
          key={`${question.field} ${question.part}`}
          question={question}
          connectorId={tool.connectorId}
          choices={props.choices}
          onChoose={props.onChoose}
        />
      ))}
      <div class="buttons">
        <KeyButton
          // A new question is a new button: a double click must not answer it.
          key={asked ? 'asked' : 'first'}
          moves="fill"
          data={{ 'data-tool': tool.connectorId }}
          primary
          busy={busy}
          onPress={onFill}
        >
          {busy ? t('popup.filling') : words}
        </KeyButton>
      </div>
    </>
  );
}
