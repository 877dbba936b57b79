import cliProgress from 'cli-progress';
import type { OnProgress } from './model.ts';

/** A bar on the terminal's error stream; nothing elsewhere, so that logs and pipes stay clean. */
export function progressBar(): { told: OnProgress; stop(): void } {
  if (!process.stderr.isTTY) return { told: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: '{file}: {step} [{bar}] {percentage}%',
    clearOnComplete: true,
    hideCursor: true,
  });
  let step = '';
  return {
    told: ({ file, step: now, done, total }) => {
      if (`${file} ${now}` !== step) {
        bar.stop();
        bar.start(Math.max(total, 1), done, { file, step: now });
        step = `${file} ${now}`;
      }
      bar.update(done, { file, step: now });
    },
    stop: () => bar.stop(),
  };
}
