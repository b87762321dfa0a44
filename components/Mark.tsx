/** The product's sign, as on the toolbar (scripts/icon/icon-small.svg): a key whose bow is a watch. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
    <rect width="16" height="16" rx="3.5" fill="oklch(42% 0.13 268)" />
    <circle cx="8" cy="6" r="4" fill="none" stroke="#fff" stroke-width="2" />
    <path d="M7 5h2v2H7zM7 10h2v1h3v1H9v1h2v1H9v1H7z" fill="#fff" />
  </svg>
);
