// Keeps who is where up to date while the page is looked at: asks every five seconds for the same part of it. Without this
// file there is a link that loads the page again.

const SECONDS = 5;
const part = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-live]');
const spoken = document.querySelector<HTMLElement>('[data-live-said]');

async function refresh(): Promise<void> {
  const shown = part();
  const address = shown?.dataset.live;
  if (shown === null || address === undefined || document.hidden) return;
  const answer = await fetch(address, { credentials: 'same-origin', redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  const found = new DOMParser()
    .parseFromString(await answer.text(), 'text/html')
    .querySelector<HTMLElement>('[data-live]');
  // What was said last is said again only when it changes; the time alone is not worth an announcement.
  if (found === null || found.dataset.said === undefined) return;
  const changed = found.dataset.said !== shown.dataset.said;
  const focused = focusWithin(shown);
  shown.replaceWith(found);
  focusAgain(found, focused);
  if (changed && spoken !== null) spoken.textContent = found.dataset.said;
}

/** Which link holds the focus, by where it leads; null for none. */
function focusWithin(shown: HTMLElement): string | null {
  const { activeElement } = document;
  return activeElement !== null && shown.contains(activeElement) ? activeElement.getAttribute('href') : null;
}

function focusAgain(found: HTMLElement, href: string | null): void {
  if (href === null) return;
  [...found.querySelectorAll<HTMLElement>('a')].find((link) => link.getAttribute('href') === href)?.focus();
}

async function goOn(): Promise<void> {
  try {
    await refresh();
    document.body.classList.remove('w-stale');
  } catch {
    // No signal, or signed out: what stands on the page is of the time it says.
    document.body.classList.add('w-stale');
  }
  setTimeout(() => void goOn(), SECONDS * 1000);
}

if (part() !== null) {
  document.body.classList.add('w-is-live');
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refresh().catch(() => document.body.classList.add('w-stale'));
  });
  setTimeout(() => void goOn(), SECONDS * 1000);
}

export {};
