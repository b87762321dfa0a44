import type { EventView, LicenseView } from '../utils/overview/types.ts';

/** The outside contract of every shown license (DESIGN §6): read by tests and by shops' own scripts. */
export const licenseData = (view: LicenseView) => ({
  'data-kagiban': 'license',
  'data-shop': view.shopMark,
  'data-developer': view.developer,
  'data-app': view.app,
  'data-last4': view.last4 ?? 'none',
  'data-expires-on': view.expiresOn ?? 'none',
  'data-state': view.state,
  'data-update': String(view.update),
  'data-days-left': view.daysLeft === null ? 'none' : String(view.daysLeft),
});

export const eventData = (view: EventView) => ({
  'data-kagiban': 'event',
  'data-shop': view.shopMark,
  'data-company': view.company,
  'data-service': view.service,
  'data-state': view.state,
});
