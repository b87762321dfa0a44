import { defineContentScript } from 'wxt/utils/define-content-script';
export default defineContentScript({
  matches: ['https://ichiba-bs.rms.rakuten.co.jp/*'],
  allFrames: true,
  main() {
    document.title += 'x';
  },
});
