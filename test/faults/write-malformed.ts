// Writes the malformed files to a folder, to be looked at or given to another program.
// Run: npx tsx test/faults/write-malformed.ts FOLDER
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { malformedFiles } from '../malformed/corpus/malformed-files.ts';
import { readSamples } from '../malformed/corpus/samples.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder to write to.');
await mkdir(folder, { recursive: true });
const files = malformedFiles(await readSamples(), { each: Infinity });
for (const { fileName, content } of files) await writeFile(join(folder, fileName), content);
process.stdout.write(`${files.length} malformed files\n`);
