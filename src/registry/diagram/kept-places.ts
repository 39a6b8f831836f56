import { z } from 'zod'
import { Refusal } from '#shared'
import { zones } from './graph.ts'
import { allStrips, COLUMNS, type Places } from './places.ts'

// A drawing of the largest hospital that we design for has 2,000 boxes; ten times that is no drawing of ours.
const ROWS = 20_000
const keySchema = z.string().max(200)
const rowSchema = z.array(keySchema.nullable()).length(COLUMNS)
const stripSchema = z.strictObject({ key: keySchema, rows: z.array(rowSchema).max(ROWS) })
const placesSchema = z.array(z.strictObject({ zone: z.enum(zones), strips: z.array(stripSchema).max(ROWS) })).max(ROWS)

const OPEN = '<metadata id="omamori-places">'
const CLOSE = '</metadata>'

/** The places as a drawing carries them. Keys are ids of the registry, so that nothing in them needs escaping. */
export function withPlaces(places: Places): string {
  return `${OPEN}${JSON.stringify(places)}${CLOSE}`
}

/** The places in an earlier drawing of ours; anything else is refused. A box that stands there twice is refused too. */
export function keptPlaces(svg: string): Places {
  const start = svg.indexOf(OPEN)
  const end = svg.indexOf(CLOSE, start)
  if (start < 0 || end < 0) throw new Refusal('malformed', { needs: 'omamori-places' })
  const read = placesSchema.safeParse(parsed(svg.slice(start + OPEN.length, end)))
  if (!read.success) throw new Refusal('malformed', { needs: 'omamori-places' })
  const boxes = allStrips(read.data).flatMap(({ rows }) => rows.flat().filter((box) => box !== null))
  if (new Set(boxes).size < boxes.length) throw new Refusal('malformed', { needs: 'omamori-places' })
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
