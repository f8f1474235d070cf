const KEY = 'shumu-review-theme';

/** Light or dark as the system has it, until the reader chooses. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = chosen() ?? (dark.matches ? 'dark' : 'light');
}

export function toggleTheme(): void {
  const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Not kept: the page is then as the system has it the next time.
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', applyTheme);

function chosen(): string | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'dark' || kept === 'light' ? kept : null;
  } catch {
    return null;
  }
}
