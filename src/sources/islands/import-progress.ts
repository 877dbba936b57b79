// Shows how far an import has come, and loads the page again when there is something to read on it.
const EVERY_MILLISECONDS = 1000;
const block = document.querySelector<HTMLElement>('[data-import-progress]');
const status = block?.querySelector('[role="status"]');
const address = block?.dataset.importProgress;

async function look(): Promise<void> {
  if (address === undefined || !status) return;
  const answer = await fetch(address);
  if (!answer.ok) return location.reload();
  const { progress } = (await answer.json()) as { progress: string | null };
  if (progress === null) return location.reload();
  if (status.textContent !== progress) status.textContent = progress;
  setTimeout(look, EVERY_MILLISECONDS);
}

setTimeout(look, EVERY_MILLISECONDS);

export {};
