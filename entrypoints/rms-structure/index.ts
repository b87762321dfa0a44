import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { structureOf } from '../../utils/rms/diagnosis/structure.ts';

/** Injected into each frame by the background on a click of 「調査用の情報をコピー」. */
export default defineUnlistedScript(() => structureOf(document));
