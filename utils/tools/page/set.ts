import type { Control } from './walk.ts';

/**
 * Sets a value the way a person's typing would look to a framework: React watches `input` and compares
 * with what it last set itself (hence the prototype's setter, under its own), Vue listens to `input` or
 * `change`, jQuery plugins to keys and `blur`.
 */
export function setValue(control: Control, value: string): void {
  enter(control);
  control.dispatchEvent(key('keydown'));
  setterOf(control).call(control, value);
  control.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
  );
  control.dispatchEvent(key('keyup'));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  leave(control);
}

function setterOf(control: Control): (value: string) => void {
  const prototype = control.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
  const setter = Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set;
  if (!setter) throw new Error('no value setter');
  return setter;
}

const key = (type: string): KeyboardEvent =>
  new KeyboardEvent(type, { bubbles: true, composed: true });

/** While the popup is open the page has no focus, and the browser sends no focus events: we do then. */
function enter(control: Control): void {
  if (happens(control, 'focus', () => control.focus({ preventScroll: true }))) return;
  control.dispatchEvent(new FocusEvent('focus'));
  control.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
}

function leave(control: Control): void {
  if (happens(control, 'blur', () => control.blur())) return;
  control.dispatchEvent(new FocusEvent('blur'));
  control.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

function happens(control: Control, type: string, act: () => void): boolean {
  let seen = false;
  const note = (): void => {
    seen = true;
  };
  control.addEventListener(type, note, { capture: true });
  act();
  control.removeEventListener(type, note, { capture: true });
  return seen;
}
