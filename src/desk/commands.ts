import type { Command } from 'commander';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { exportOpenData } from './open-data/export-service.ts';

/** Adds "wardroom open-data export". */
export function openDataCommands(program: Command, open: OpenPlatform, output: Output): void {
  const openData = program.command('open-data').description('everything that is published, as files');
  openData
    .command('export <folder>')
    .description('write every table as CSV with notes and descriptions, and datapackage.json, to a folder')
    .option('--json', 'as JSON')
    .action(async (folder: string, options: { json?: boolean }) => {
      const { platform, close } = await open();
      try {
        const exported = await exportOpenData(platform, folder);
        if (options.json) return output.json(exported);
        for (const { name, rows } of exported.tables)
          output.line(`${name}.csv  ${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`);
        output.line(`${exported.tables.length} tables and datapackage.json are in ${exported.folder}`);
      } finally {
        await close();
      }
    });
}
