import {
  calendarLinkAnswerSchema,
  calendarLinkAskSchema,
  calendarLinksAnswerSchema,
  calendarQuerySchema,
} from '../../../utils/model/companion-calendar.schema.ts';
import { shopQuerySchema } from '../../../utils/model/companion-shared.schema.ts';
import { operation } from '../operation.ts';

/** Addresses for calendars. */
export const CALENDAR = {
  calendar: operation({
    method: 'get',
    path: '/v1/calendar.ics',
    who: 'link',
    summary:
      'The days on which the keys of one shop end, without the keys, for a calendar to subscribe to',
    query: calendarQuerySchema,
    type: 'text/calendar',
    problems: ['linkUnknown'],
  }),
  calendarLinks: operation({
    method: 'get',
    path: '/v1/calendar-links',
    who: 'device',
    summary: 'The calendar addresses of one shop, without their tokens',
    query: shopQuerySchema,
    answer: calendarLinksAnswerSchema,
    problems: ['shopUnknown'],
  }),
  addCalendarLink: operation({
    method: 'post',
    path: '/v1/calendar-links',
    who: 'device',
    summary: 'Makes a read-only address for the dates of one shop',
    body: calendarLinkAskSchema,
    status: 201,
    answer: calendarLinkAnswerSchema,
    problems: ['shopUnknown'],
  }),
  removeCalendarLink: operation({
    method: 'delete',
    path: '/v1/calendar-links/{id}',
    who: 'device',
    summary: 'Ends a calendar address',
    status: 204,
    problems: ['linkUnknown'],
  }),
};
