import type { Line } from './graph.ts'
import { COLUMNS, type Places } from './places.ts'

export const BOX = { width: 184, height: 84 } as const
const HEADER = 30
const GUTTER = { across: 40, down: 36 } as const
const TOP = 176
const ZONE_TITLE = 30
const BETWEEN = 16
const TRACK = 4
const TRACKS = 8

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Frame extends Rect {
  readonly key: string
  readonly header: Rect
}

/** Where everything stands, in pixels. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly zones: readonly (Rect & { readonly zone: Places[number]['zone'] })[]
  readonly strips: readonly Frame[]
  readonly boxes: ReadonlyMap<string, Rect & { readonly column: number }>
}

const FRAME_X = 36
const FIRST_X = FRAME_X + GUTTER.across
const width = FIRST_X + COLUMNS * (BOX.width + GUTTER.across) + FRAME_X

export function layOut(places: Places): Layout {
  const found = {
    zones: [] as Layout['zones'][number][],
    strips: [] as Frame[],
    boxes: new Map<string, Rect & { column: number }>(),
  }
  let y = TOP
  for (const { zone, strips } of places) {
    const top = y
    y += ZONE_TITLE
    for (const { key, rows } of strips) {
      const height = HEADER + 12 + rows.length * (BOX.height + GUTTER.down)
      const header = { x: FIRST_X, y, width: BOX.width, height: HEADER }
      found.strips.push({
        key,
        x: FRAME_X,
        y,
        width: width - 2 * FRAME_X,
        height,
        header,
      })
      rows.forEach((row, at) => {
        const rowY = y + HEADER + 12 + at * (BOX.height + GUTTER.down)
        row.forEach((box, column) => {
          if (box !== null) found.boxes.set(box, { x: columnX(column), y: rowY, ...BOX, column })
        })
      })
      y += height + BETWEEN
    }
    found.zones.push({ zone, x: 16, y: top, width: width - 32, height: y - top })
    y += BETWEEN
  }
  return { width, height: y + BETWEEN, ...found }
}

function columnX(column: number): number {
  return FIRST_X + column * (BOX.width + GUTTER.across)
}

export interface Route {
  readonly line: Line
  readonly points: readonly (readonly [x: number, y: number])[]
}

type Points = readonly (readonly [x: number, y: number])[]

/** Every line along the gutters: down out of its box, across, along the gutter before the other end, and in. */
export function routesOf(lines: readonly Line[], layout: Layout): readonly Route[] {
  const tracks = new Tracks()
  const ports = new Map<string, number>()
  const headers = new Map(layout.strips.toReversed().map(({ key, header }) => [key, header]))
  return lines.flatMap((line) => {
    const from = layout.boxes.get(line.from)
    const to = layout.boxes.get(line.to)
    const header = headers.get(line.to)
    if (from === undefined) return []
    const start = [portX(from, line.from, ports), from.y + from.height] as const
    if (to !== undefined)
      return [{ line, points: toBox(start, [portX(to, line.to, ports), to.y + to.height], to.column, tracks) }]
    return header === undefined ? [] : [{ line, points: toHeader(start, header, tracks) }]
  })
}

function toBox(start: Points[number], end: Points[number], column: number, tracks: Tracks): Points {
  const [startX, startY] = start
  const [endX, endY] = end
  if (startY === endY) {
    const y = tracks.across(startY, startX, endX)
    return [start, [startX, y], [endX, y], end]
  }
  const x = tracks.down(columnX(column) - GUTTER.across, startY, endY)
  const out = tracks.across(startY, startX, x)
  const back = tracks.across(endY, x, endX)
  return [start, [startX, out], [x, out], [x, back], [endX, back], end]
}

function toHeader(start: Points[number], header: Rect, tracks: Tracks): Points {
  const [startX, startY] = start
  const x = tracks.down(FRAME_X, startY, header.y)
  const out = tracks.across(startY, startX, x)
  const y = tracks.across(header.y - 2, x, header.x)
  return [start, [startX, out], [x, out], [x, y], [header.x, y]]
}

/** Lines leave and enter a box beside each other. */
function portX({ x, width }: Rect, key: string, ports: Map<string, number>): number {
  const used = ports.get(key) ?? 0
  ports.set(key, used + 1)
  const step = (used % 16) + 1
  return x + width / 2 + (step % 2 === 0 ? 1 : -1) * Math.floor(step / 2) * 10
}

/** Lanes of the gutters: lines that run along the same stretch take different ones, while there are any. */
class Tracks {
  readonly #taken = new Map<string, (readonly [from: number, to: number, track: number])[]>()

  across(top: number, from: number, to: number): number {
    return top + this.#free(`across ${top}`, from, to)
  }

  down(left: number, from: number, to: number): number {
    return left + this.#free(`down ${left}`, from, to)
  }

  #free(gutter: string, a: number, b: number): number {
    const [from, to] = a < b ? [a, b] : [b, a]
    const taken = this.#taken.get(gutter) ?? []
    const beside = new Set(taken.filter(([start, end]) => start <= to && from <= end).map(([, , track]) => track))
    const open = Array.from({ length: TRACKS }, (_, track) => track).find((track) => !beside.has(track))
    const track = open ?? taken.length % TRACKS
    taken.push([from, to, track])
    this.#taken.set(gutter, taken)
    return (track + 1) * TRACK
  }
}
