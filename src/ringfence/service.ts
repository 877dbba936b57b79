export { closeDueMonths } from './closing/closing-service.ts';
export { enterPending, reckonAnew } from './ledger/reentry-service.ts';
export { lastMadeUpDay, layMadeUpRule, layMadeUpTimes } from './made-up/made-up-service.ts';
export { unitHere, wardHere } from './pages/here-service.ts';
export { publicMonths, publicReports } from './reports/report-service.ts';
export { keepNoLonger } from './retention/retention-service.ts';
