export { type CsvRecord, csvRecords, type Separator } from './csv-records.ts';
export { formulaSafe } from './formula-safe.ts';
export { LICENCE } from './licence.ts';
export type * from './model.ts';
export { csvLine, csvLines, toCsv } from './to-csv.ts';
export { toCsvw } from './to-csvw.ts';
export { toDataPackage } from './to-data-package.ts';
export { toJson } from './to-json.ts';
export { toNotes } from './to-notes.ts';
