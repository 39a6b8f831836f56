export { canonicalJson, type Json } from './canonical-json.ts'
export { csvText } from './csv.ts'
export { inEra, parseDay } from './era.ts'
export { Refusal, type RefusalCode } from './refusal.ts'
export {
  addDays,
  type Clock,
  type Day,
  dayOf,
  daysBetween,
  fiscalYearOf,
  type Instant,
  isDay,
  startOf,
  systemClock,
  timeOf,
} from './time.ts'
