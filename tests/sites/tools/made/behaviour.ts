// What the scripts of a made page do with what is typed. Each keeps `madeState`: what the form would save.

/** How a page may behave. */
export const BEHAVIOURS = [
  'plain',
  'reactLike',
  'vueLike',
  'jqueryLike',
  'masked',
  'truncating',
  'rewriting',
  'framed',
  'shadow',
  'severalShops',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

const START = `
  const inputs = (window.madeRoot ?? document).querySelectorAll('input');
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const state = window.madeState = {};
  for (const input of inputs) state[input.id] = input.value;`;

/** No script reads the fields: what stands in them is what is saved. */
const PLAIN = `window.madeState = new Proxy({}, { get: (_, id) =>
  (window.madeRoot ?? document).querySelector('#' + id)?.value });`;

/**
 * React's value tracker (react-dom, inputValueTracking): a setter of its own on the element swallows what
 * scripts set, an \`input\` event without a change that it missed is ignored, and every render puts the
 * state back into the field.
 */
const REACT = `${START}
  for (const input of inputs) {
    let tracked = input.value;
    Object.defineProperty(input, 'value', { configurable: true, get: () => own.get.call(input),
      set: (v) => { tracked = String(v); own.set.call(input, v); } });
    const render = () => { if (own.get.call(input) !== state[input.id]) input.value = state[input.id]; };
    input.addEventListener('input', () => { const now = own.get.call(input);
      if (now !== tracked) { tracked = now; state[input.id] = now; } queueMicrotask(render); });
    input.addEventListener('blur', render);
    requestAnimationFrame(function again() { render(); requestAnimationFrame(again); });
  }`;

/** v-model: hears \`input\`, and puts its model back into the field at the next tick and at blur. */
const VUE = `${START}
  for (const input of inputs) {
    const render = () => { if (input.value !== state[input.id]) input.value = state[input.id]; };
    input.addEventListener('input', () => { state[input.id] = input.value; Promise.resolve().then(render); });
    input.addEventListener('blur', () => setTimeout(render));
  }`;

/** Old plugins: hear \`change\` and \`blur\` only, and show their model again afterwards. */
const JQUERY = `${START}
  for (const input of inputs) {
    input.addEventListener('change', () => { state[input.id] = input.value; });
    input.addEventListener('blur', () => requestAnimationFrame(() => { input.value = state[input.id]; }));
  }`;

/** A field that "corrects" what is put into it. */
const REWRITING = `${START}
  for (const input of inputs) {
    input.addEventListener('change', () => { input.value = input.value.slice(0, 8); });
  }`;

export const SCRIPTS: Record<Behaviour, string> = {
  plain: PLAIN,
  reactLike: REACT,
  vueLike: VUE,
  jqueryLike: JQUERY,
  masked: PLAIN,
  truncating: PLAIN,
  rewriting: REWRITING,
  framed: PLAIN,
  shadow: PLAIN,
  severalShops: PLAIN,
};
