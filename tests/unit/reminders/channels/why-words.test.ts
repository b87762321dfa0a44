import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../../utils/model/notice.ts';
import { WHYS } from '../../../../utils/reminders/channels/port.ts';
import { outcomeWords, whyWords } from '../../../../utils/reminders/channels/why-words.ts';
import { sayIn } from '../../components/say.ts';

const both = [sayIn('ja'), sayIn('en')] as const;

describe.each(CHANNELS)('%s', (channel) => {
  test('says every failure in at least two sentences, in both languages, with nothing left open', () => {
    const [ja, en] = both;
    for (const why of WHYS) {
      expect(whyWords(channel, why, ja).split('。').length).toBeGreaterThan(2);
      expect(whyWords(channel, why, en).split(/[.;]/).length).toBeGreaterThan(2);
    }
  });

  test('says every outcome', () => {
    for (const t of both) {
      for (const kind of ['retry', 'refused', 'doubtful'] as const) {
        const said = outcomeWords(channel, { kind, why: 'network', after: null } as never, 'x', t);
        expect(said).toContain(whyWords(channel, 'network', t));
      }
      expect(outcomeWords(channel, { kind: 'delivered', ref: null }, '部屋', t)).not.toMatch(
        /\$\d/,
      );
    }
  });
});
