import { Refusal } from '#shared'

/** A port as it is typed; undefined where none was. */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refusal('malformed', { id: text })
  return port
}
