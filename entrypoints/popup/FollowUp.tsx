import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatMoment } from '../../components/words.ts';
import type { ToolInFront } from '../../utils/tools/desk-types.ts';
import { Saved } from './Saved.tsx';
import { ToolTest } from './ToolTest.tsx';

interface Props {
  tabId: number;
  tool: ToolInFront;
  bindingId: string;
  known: Known | null;
}

/** What only a person can do after a fill, and what the page then says of it: test, then save. */
export const FollowUp = ({ tabId, tool, bindingId, known }: Props) => (
  <>
    {tool.hasTest && <ToolTest tabId={tabId} lookId={tool.lookId} />}
    <Saved bindingId={bindingId} known={known} />
  </>
);

interface BeforeProps extends Omit<Props, 'bindingId'> {
  filled: NonNullable<ToolInFront['filled']>;
}

/** Pressing a button of the tool closes the popup: opened again, it goes on where the person is. */
export const FilledBefore = ({ filled, ...rest }: BeforeProps) => (
  <div class="inner" data-kagiban="filled-before">
    <p>{t('popup.filledBefore', [filled.last4, formatMoment(filled.at, Date.now(), t)])}</p>
    <FollowUp bindingId={filled.bindingId} {...rest} />
  </div>
);
