import { access, chmod, mkdir, rename, rm } from 'node:fs/promises';
import { type Engine, openEngine } from './engine.ts';

/**
 * Opens the engine on a folder of records, making it when missing. A new folder is made under another name first: a
 * process killed in those seconds leaves nothing that looks like records.
 */
export async function openFolder(folder: string): Promise<Engine> {
  if (!(await exists(folder))) {
    const draft = `${folder}-being-made`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    const engine = await openEngine(draft);
    await engine.close();
    await rename(draft, folder);
  }
  // PGlite writes files that anyone may write; the folder keeps everyone else out.
  await chmod(folder, 0o700);
  return openEngine(folder);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
