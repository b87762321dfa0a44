/** What is refused, and what to do about it. The words hold nothing that was sent. */
export interface Problem {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503;
  title: string;
  next: { ja: string; en: string };
}
