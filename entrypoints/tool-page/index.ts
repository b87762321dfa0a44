import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installToolPage } from '../../utils/tools/page/install.ts';

/** Injected on a click into the page of a tool, top frame, isolated world. */
export default defineUnlistedScript(() => {
  installToolPage(globalThis, document);
});
