import { fieldLabel } from '../../components/fieldLabel.ts';
import { t } from '../../components/say.ts';
import { fieldName, sameField } from '../../utils/model/tool.ts';
import type { FieldChoice, FieldQuestion } from '../../utils/tools/choose.ts';

interface Props {
  question: FieldQuestion;
  connectorId: string;
  choices: FieldChoice[];
  onChoose: (choices: FieldChoice[]) => void;
}

/** The page shows several fields that could be meant: which one, by the words around each; none is preset. */
export function WhichField({ question, connectorId, choices, onChoose }: Props) {
  const chosen = choices.find((each) => sameField(each, question))?.candidate ?? null;
  const others = choices.filter((each) => !sameField(each, question));
  const { field, part } = question;
  const choose = (candidate: number) => () =>
    onChoose([...others, { ...fieldName(question), candidate }]);
  const name = `field ${field} ${part}`;
  return (
    <fieldset class="choices" data-kagiban="which-field" data-field={field}>
      <legend>{t('popup.whichField', [fieldLabel(question, connectorId, t)])}</legend>
      {question.candidates.map(({ candidate, near }) => (
        <label key={candidate}>
          <input
            type="radio"
            name={name}
            checked={candidate === chosen}
            onChange={choose(candidate)}
          />
          <span>
            {t('popup.whichFieldAt', [String(candidate + 1), near || t('popup.whichFieldBare')])}
          </span>
        </label>
      ))}
      <label>
        <input
          type="radio"
          name={name}
          checked={chosen === null}
          onChange={() => onChoose(others)}
        />
        <span>{t('popup.whichFieldNone')}</span>
      </label>
    </fieldset>
  );
}
