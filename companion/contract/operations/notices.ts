import {
  answerAskSchema,
  channelAskSchema,
  channelQuerySchema,
  channelsAnswerSchema,
  channelTestAnswerSchema,
  channelTestAskSchema,
  heartbeatAnswerSchema,
  heartbeatQuerySchema,
  remindersAnswerSchema,
  rulesAnswerSchema,
  rulesAskSchema,
  saidAnswerSchema,
  saidAskSchema,
} from '../../../utils/model/companion-notices.schema.ts';
import { shopQuerySchema } from '../../../utils/model/companion-shared.schema.ts';
import { operation } from '../operation.ts';

/** What a browser said in a day or two, with room. */
const SAID_BYTES = 1_024 * 1_024;

/** Several years of closed days and sales. */
const RULES_BYTES = 256 * 1_024;

/** What this companion says, where to, and what people answer. */
export const NOTICES = {
  heartbeat: operation({
    method: 'get',
    path: '/v1/heartbeat',
    who: 'device',
    summary: 'Does the part that speaks look once a second? Where not, browsers take over',
    query: heartbeatQuerySchema,
    answer: heartbeatAnswerSchema,
  }),
  channels: operation({
    method: 'get',
    path: '/v1/channels',
    who: 'device',
    summary: 'Where notices of one shop go; never the tokens',
    query: shopQuerySchema,
    answer: channelsAnswerSchema,
    problems: ['shopUnknown'],
  }),
  putChannel: operation({
    method: 'put',
    path: '/v1/channels',
    who: 'device',
    summary: 'Sets where notices of one shop go; the token is sealed and never given out',
    body: channelAskSchema,
    answer: channelsAnswerSchema,
    problems: ['shopUnknown', 'channelUnfit', 'noMail'],
  }),
  testChannel: operation({
    method: 'post',
    path: '/v1/channels/{id}/test',
    who: 'device',
    summary: 'Sends a harmless message there, and gives what the channel said',
    body: channelTestAskSchema,
    answer: channelTestAnswerSchema,
    problems: ['shopUnknown', 'channelUnknown'],
  }),
  removeChannel: operation({
    method: 'delete',
    path: '/v1/channels/{id}',
    who: 'device',
    summary: 'Ends it, and deletes its token',
    query: channelQuerySchema,
    status: 204,
    problems: ['shopUnknown', 'channelUnknown'],
  }),
  rules: operation({
    method: 'get',
    path: '/v1/rules',
    who: 'device',
    summary: 'When notices of one shop may be sent, and which channels hear of what',
    query: shopQuerySchema,
    answer: rulesAnswerSchema,
    problems: ['shopUnknown'],
  }),
  putRules: operation({
    method: 'put',
    path: '/v1/rules',
    who: 'device',
    summary: 'Sets them; a route to a channel that this companion was not given is left out',
    body: rulesAskSchema,
    maxBody: RULES_BYTES,
    answer: rulesAnswerSchema,
    problems: ['shopUnknown'],
  }),
  reminders: operation({
    method: 'get',
    path: '/v1/reminders',
    who: 'device',
    summary: 'What is to be said of one shop, what was said, and what people answered',
    query: shopQuerySchema,
    answer: remindersAnswerSchema,
    problems: ['shopUnknown'],
  }),
  answerReminder: operation({
    method: 'put',
    path: '/v1/reminders',
    who: 'device',
    summary: 'Acknowledges a matter, plans its day, or puts it off; the person is the token’s',
    body: answerAskSchema,
    answer: remindersAnswerSchema,
    problems: ['shopUnknown', 'reminderUnknown'],
  }),
  hearSaid: operation({
    method: 'post',
    path: '/v1/reminders',
    who: 'device',
    summary: 'Takes over what a browser said in this place, so that it is not said again',
    body: saidAskSchema,
    maxBody: SAID_BYTES,
    answer: saidAnswerSchema,
    problems: ['shopUnknown'],
  }),
};
