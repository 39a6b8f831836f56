import type { Moment } from '../asn1/value.ts'

const form = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z(?:00'?00'?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/

/** A date of ISO 32000-2 §7.9.4; what is missing is the least. Null for anything else, and for days that do not exist. */
export function readPdfDate(text: string | null): Moment | null {
  const parts = form.exec(text ?? '')
  if (!parts) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part, i) => Number(part ?? (i === 1 || i === 2 ? 1 : 0)))
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  if (moment.getUTCDate() !== day || moment.getUTCHours() !== hour || moment.getUTCMinutes() !== minute || second > 59)
    return null
  const offset = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * 60_000
  return moment.getTime() + (parts[7] === '-' ? offset : -offset)
}

export function writePdfDate(moment: Moment): string {
  return `D:${new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
}
