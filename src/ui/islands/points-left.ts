// Says how many of the 100 points are left while they are shared out. The server takes any sum, and says what it did.

const WHOLE = 100;

for (const group of document.querySelectorAll<HTMLElement>('[data-points="budget"]')) {
  const line = group.querySelector<HTMLElement>('[data-points-left]');
  const fields = [...group.querySelectorAll<HTMLInputElement>('input')];
  if (line === null) continue;
  const say = (): void => {
    const points = fields.map(({ value }) => Number(value.trim() === '' ? 0 : value));
    line.hidden = false;
    line.textContent = points.some((each) => !(each >= 0)) ? 'One of them is not a number.' : sayLeft(points);
  };
  group.addEventListener('input', say);
  say();
}

function sayLeft(points: readonly number[]): string {
  const left = Math.round((WHOLE - points.reduce((sum, each) => sum + each, 0)) * 1000) / 1000;
  if (left === 0) return 'All 100 points are shared out.';
  return left > 0 ? `${left} of 100 points left.` : `${-left} more than 100: each will be rescaled in proportion.`;
}

export {};
