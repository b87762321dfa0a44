import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leaveReader } from '../rms-gate/reader-here.ts';
import { keepWatch } from './watch.ts';

/** Injected into a frame whose gate (`rms-gate`) found words of ours. Does nothing until the gate calls it. */
export default defineUnlistedScript(() => leaveReader({ keepWatch }));
