import type { Found, Unread } from '../content.ts'
import { ssMix2Path } from '../detect/type-of-zip.ts'
import { decodeText } from '../text/decode-text.ts'
import { readParts } from '../zip/read-parts.ts'

/** HL7 messages that are read for their words; a stay of a month has some hundred. */
const mostMessages = 2_000

/** SS-MIX2 標準化ストレージ — a folder of HL7 v2.5 messages, packed: which patients, which kinds of data, their words. */
export async function readSsMix2(bytes: Uint8Array): Promise<Found> {
  const { names, parts } = await readParts(bytes, ssMix2Path, mostMessages)
  const paths = names.map((name) => ssMix2Path.exec(name)).filter((path) => path !== null)
  const patients = new Set(paths.map(([, , , patient]) => patient))
  const days = paths.map(([, , , , day = '-']) => day).filter((day) => day !== '-')
  const kinds = new Set(paths.map(([, , , , , kind]) => kind))
  const messages = [...parts].map(([name, part]) => ({ name, text: decodeText(part)?.text }))
  const [patient] = messages.flatMap(({ text }) => patientIn(text ?? ''))
  return {
    documentType: [...kinds].sort().join(' '),
    date: days.toSorted().at(-1) ?? null,
    patient: patients.size === 1 ? (patient ?? null) : null,
    facts: { messages: paths.length, patients: patients.size },
    text: messages.map(({ text }) => wordsOf(text ?? '')).join('\n'),
    unread: [...unreadIn(messages), ...leftOut(paths.length - messages.length)],
  }
}

const unreadIn = (messages: readonly { readonly name: string; readonly text?: string }[]): readonly Unread[] =>
  messages.filter(({ text }) => text === undefined).map(({ name }) => ({ code: 'part-no-text', facts: { part: name } }))

const leftOut = (count: number): readonly Unread[] => (count > 0 ? [{ code: 'parts-left-out', facts: { count } }] : [])

/** PID-3, PID-5 and PID-7. */
function patientIn(message: string): readonly NonNullable<Found['patient']>[] {
  const segment = message.split(/[\r\n]+/).find((line) => line.startsWith('PID|'))
  if (segment === undefined) return []
  const fields = segment.split('|')
  const [id = ''] = (fields[3] ?? '').split('^')
  const names = (fields[5] ?? '').split('~').map((name) => name.split('^').slice(0, 2).join(' ').trim())
  return [{ id: id || null, name: names.filter(Boolean).join(' / ') || null, bornOn: fields[7] || null }]
}

const wordsOf = (message: string): string =>
  message
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll(/[|^~&\\]+/g, ' ').trim())
    .join('\n')
