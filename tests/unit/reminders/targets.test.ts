import { describe, expect, test } from 'vitest';
import { reveal } from '../../../utils/model/secret.ts';
import {
  secretLeftBy,
  targetFrom,
  TARGET_CHANNELS,
  type TargetDraft,
} from '../../../utils/reminders/targets.ts';

const TOKEN = 'tok3n-0123456789abcdef0123456789abcdef';
const HOOK = 'https://hooks.slack.com/services/T0/B0/abcdef0123456789abcd';
const NETSHONIN = {
  url: 'https://mail.akanedo.test/np/sesform.php',
  planField: 'pl_id',
  plan: '12',
  mailField: 'mail',
  mail: 'a@akanedo.test',
};
const draft = (over: Partial<TargetDraft>): TargetDraft => ({
  channel: 'chatwork',
  name: '受注チーム',
  config: { roomId: '5001' },
  people: [],
  secret: TOKEN,
  ...over,
});
const GOOD: Record<(typeof TARGET_CHANNELS)[number], TargetDraft> = {
  chatwork: draft({
    people: ['1001', '[To:all]'],
    config: { roomId: '5001', task: 'yes', x: 'y' },
  }),
  zendesk: draft({
    channel: 'zendesk',
    config: { subdomain: ' Akanedo ', email: 'a@akanedo.test' },
  }),
  slack: draft({ channel: 'slack', secret: HOOK }),
  googleChat: draft({
    channel: 'googleChat',
    secret: 'https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t0123456789abcdef',
  }),
  teams: draft({
    channel: 'teams',
    secret:
      'https://prod-1.japaneast.logic.azure.com/workflows/w/triggers/manual/paths/invoke?sig=s',
  }),
  lineWorks: draft({ channel: 'lineWorks', secret: 'https://webhook.worksmobile.com/message/m-1' }),
  netshonin: draft({ channel: 'netshonin', config: NETSHONIN, secret: null }),
};

describe.each(TARGET_CHANNELS)('%s', (channel) => {
  test('becomes a target without its secret, with the one address it needs', () => {
    const made = targetFrom(GOOD[channel], 't-1');
    expect(made?.origin).toMatch(/^https:\/\/[a-z0-9.-]+$/);
    expect(made?.target).toMatchObject({ id: 't-1', channel, enabled: true });
    const { secret } = GOOD[channel];
    if (secret !== null) {
      expect(made?.secret && reveal(made.secret)).toBe(secret);
      expect(JSON.stringify(made?.target)).not.toContain(secret);
    }
    expect(JSON.stringify(made)).not.toContain(TOKEN);
  });
});

test('what is left out, and what is made of what was typed', () => {
  expect(targetFrom(GOOD.chatwork, 't')?.target).toMatchObject({
    config: { roomId: '5001', task: 'yes' },
    people: ['1001'],
    secretName: 'channel:chatwork',
  });
  expect(targetFrom(GOOD.zendesk, 't')?.target).toMatchObject({
    config: { subdomain: 'akanedo', email: 'a@akanedo.test' },
    secretName: 'channel:zendesk:akanedo',
  });
  expect(targetFrom(draft({ name: `部屋 ${TOKEN}` }), 't')?.target.name).toBe('部屋 ［伏せ字］');
});

test.each([
  draft({ name: ' ' }),
  draft({ config: { roomId: '../me' } }),
  draft({ channel: 'zendesk', config: { subdomain: 'evil.example/', email: 'a@b.test' } }),
  draft({ channel: 'zendesk', config: { subdomain: 'a', email: 'a@b.test' }, secret: 'two words' }),
  draft({ channel: 'slack', secret: 'https://evil.example/services/x' }),
  draft({ channel: 'slack', secret: null }),
  draft({ channel: 'netshonin', config: { ...NETSHONIN, plan: '' } }),
])('%j is none', (bad) => {
  expect(targetFrom(bad, 't')).toBeNull();
});

test('a secret is forgotten with the last target that uses it', () => {
  const [one, two] = ['a', 'b'].map((id) => targetFrom(draft({}), id)?.target);
  if (!one || !two) throw new Error('no targets');
  expect(secretLeftBy(one, [one, two])).toBeNull();
  expect(secretLeftBy(two, [two])).toBe('channel:chatwork');
  const form = targetFrom(GOOD.netshonin, 'n')?.target;
  expect(form && secretLeftBy(form, [form])).toBeNull();
});
