export { demonstrationEmail } from './demonstration-email.ts';
export { refuseWhileDemonstration } from './demonstration-store.ts';
export { describeBrowser } from './describe-browser.ts';
export { makeIdentify } from './identify-service.ts';
export type * from './model.ts';
export type { PlaceName } from './role-words.ts';
