/** Something to be told with its particulars: in popup and board, and as one block of ours in an RMS page. */
export interface Note {
  title: string;
  groups: { title: string; lines: string[] }[];
  foot: string[];
}

export const PAGE_NOTES = ['apis', 'functions', 'since'] as const;

/** What an RMS page is to show of what the ledger knows. */
export interface PageNote extends Note {
  kind: (typeof PAGE_NOTES)[number];
}
