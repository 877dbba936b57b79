/** Does work every so often until it is told to stop; one round never overtakes the one before. */
export function repeatedly(everyMilliseconds: number, work: () => Promise<void>): { stop(): void } {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void work().finally(() => {
      busy = false;
    });
  }, everyMilliseconds);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
