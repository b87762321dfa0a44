import { useEffect, useState } from 'preact/hooks';

export const SECTIONS = ['todo', 'plan', 'tools', 'notices', 'history', 'settings'] as const;
export type Section = (typeof SECTIONS)[number];

const sectionOf = (hash: string): Section =>
  SECTIONS.find((section) => `#${section}` === hash) ?? 'todo';

/** The section in the address, so that a link, the back button and a reload find it again. */
export function useSection(): Section {
  const [section, setSection] = useState(sectionOf(location.hash));
  useEffect(() => {
    const changed = (): void => setSection(sectionOf(location.hash));
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return section;
}
