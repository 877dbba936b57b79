export { buildServer, type ServerSettings } from './build-server.ts';
export { html } from './html.ts';
export { Conflict, InvalidRequest, NotFound, type Suggestion, TooLarge } from './named-errors.ts';
export { type ReceivedFile, type ReceivedForm, receiveFiles } from './receive-files.ts';
export { sendTable, tableFile } from './send-table.ts';
