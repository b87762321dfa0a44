import { useState } from 'preact/hooks';
import { t } from '../../../../components/say.ts';
import { formatDate } from '../../../../components/words.ts';
import { parseIcs } from '../../../../utils/calendar/ics.ts';
import { isJstDate } from '../../../../utils/calendar/jst.ts';
import type { Span } from '../../../../utils/model/notice.ts';
import { tidied } from '../../../../utils/reminders/set-policy.ts';

interface Props {
  title: string;
  hint: string;
  spans: Span[];
  onSpans: (spans: Span[]) => void;
}

/** A list of days with names: added by hand or from a calendar's file, taken out one by one. */
export function Spans({ title, hint, spans, onSpans }: Props) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const add = (): void => {
    if (!isJstDate(from)) return;
    onSpans(tidied([...spans, { from, to: isJstDate(to) ? to : from, name }]));
    setFrom('');
    setTo('');
    setName('');
  };
  const take = async (file: File): Promise<void> => {
    const found = parseIcs(await file.text());
    if (!found) return setSaid(t('rules.icsNone'));
    onSpans(tidied([...spans, ...found.spans]));
    return setSaid(t('rules.icsTaken', [String(found.spans.length), String(found.skipped)]));
  };
  return (
    <fieldset>
      <legend>{title}</legend>
      <p class="quiet">{hint}</p>
      <ul>
        {spans.map((span) => (
          <li key={`${span.from} ${span.to} ${span.name}`} data-kagiban="span">
            {formatDate(span.from, t)}
            {span.to !== span.from && ` – ${formatDate(span.to, t)}`} {span.name}{' '}
            <button
              type="button"
              class="link-button"
              aria-label={t('rules.removeLabel', [formatDate(span.from, t), span.name])}
              onClick={() => onSpans(spans.filter((one) => one !== span))}
            >
              {t('rules.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <label>
          {t('rules.spanFrom')}{' '}
          <input type="date" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <label>
          {t('rules.spanTo')}{' '}
          <input
            type="date"
            min={from}
            value={to}
            onInput={(event) => setTo(event.currentTarget.value)}
          />
        </label>
        <label>
          {t('rules.spanName')}{' '}
          <input
            maxLength={60}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="button" class="button" disabled={!isJstDate(from)} onClick={add}>
          {t('rules.add')}
        </button>
        <label class="button">
          {t('rules.ics')}
          <input
            class="seen-only-by-readers"
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void take(file);
            }}
          />
        </label>
      </div>
      <p role="status">{said}</p>
    </fieldset>
  );
}
