import type { FillOutcome } from '../../model/tool.ts';
import { isCovered } from './covered.ts';
import type { PageState } from './state.ts';
import { shopTextsIn } from './shops.ts';
import type { FillOrder, ShopText } from './types.ts';
import { isPlainlyVisible } from './visible.ts';
import type { Control, Place } from './walk.ts';

type Refusal = Exclude<FillOutcome, 'filled'>;

/** Is this still the page that was looked at? null = yes. */
export function refusePage(
  state: PageState,
  top: Document,
  places: Place[],
  order: FillOrder,
): Refusal | null {
  const { location, defaultView } = top;
  if (location.protocol !== 'https:' || defaultView?.isSecureContext !== true) return 'notHttps';
  if (order.token !== state.token || order.origin !== location.origin) return 'documentChanged';
  return sameShops(shopTextsIn(places, order.shopLabels), order.shops) ? null : 'otherShop';
}

const sameShops = (a: ShopText[], b: ShopText[]): boolean =>
  a.length === b.length &&
  a.every((shop, at) => shop.label === b[at]?.label && shop.text === b[at]?.text);

/** May this text go into this field now? null = yes. Call in the same turn as the setting. */
export function refuseField(
  control: Control,
  place: Place,
  value: string,
  domain: string,
): Refusal | null {
  const layers = [control, ...place.frames];
  if (control.matches(':disabled') || control.readOnly) return 'disabled';
  if (!layers.every(isPlainlyVisible)) return 'hidden';
  if (isCovered(control, place.frames)) return 'covered';
  if (control.maxLength >= 0 && value.length > control.maxLength) return 'tooLong';
  return refuseForm(control, domain);
}

/** Where the form would be sent. Its attribute is read: a field named "action" would hide the property. */
function refuseForm(control: Control, domain: string): Refusal | null {
  const action = control.form?.getAttribute('action');
  if (!action) return null;
  const base = control.ownerDocument.baseURI;
  if (!URL.canParse(action, base)) return null;
  const url = new URL(action, base);
  // Old pages send by script from here: `javascript:void(0)` goes nowhere by itself.
  if (url.protocol === 'javascript:') return null;
  if (url.protocol !== 'https:') return 'notHttps';
  return url.hostname === domain || url.hostname.endsWith(`.${domain}`) ? null : 'wrongOrigin';
}
