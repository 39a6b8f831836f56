import { type Graph, type Zone, zones } from './graph.ts'

/** So many boxes stand beside each other: an A3 sheet across still shows letters of 2 mm. */
export const COLUMNS = 8

/** Rows of cells; a cell holds the key of a box, or nothing. */
export interface PlacedStrip {
  readonly key: string
  readonly rows: readonly (readonly (string | null)[])[]
}

export interface Block {
  readonly zone: Zone
  readonly strips: readonly PlacedStrip[]
}

/** 配置 — which cell every box stands in, from top to bottom. */
export type Places = readonly Block[]

/**
 * Places every box of the graph once. What `kept` has placed stays in its cell; a new box takes a free cell of its strip,
 * and where there is none it stands below everything, because a new row in the middle would move all rows under it.
 */
export function place(graph: Graph, kept: Places = []): Places {
  const zoneOf = new Map(graph.strips.map(({ key, zone }) => [key, zone]))
  const stripOf = new Map(graph.boxes.map(({ key, strip }) => [key, strip]))
  const standing = kept.map(({ zone, strips }) => ({
    zone,
    strips: strips
      .filter(({ key }) => zoneOf.get(key) === zone)
      .map(({ key, rows }) => ({ key, rows: rows.map((row) => row.map((box) => stays(box, key, stripOf))) })),
  }))
  const filled = fillFree(graph, standing)
  return [...filled.places, ...newBlocks(graph, filled.left, new Set(allStrips(filled.places).map(({ key }) => key)))]
}

function stays(box: string | null, strip: string, stripOf: ReadonlyMap<string, string>): string | null {
  return box !== null && stripOf.get(box) === strip ? box : null
}

/** The kept places with new boxes in their free cells, and the boxes that found none. */
function fillFree(graph: Graph, places: Places): { readonly places: Places; readonly left: readonly string[] } {
  const there = new Set(allStrips(places).flatMap(({ rows }) => rows.flat()))
  const waiting = new Map<string, string[]>()
  for (const { key, strip } of inReadingOrder(graph)) {
    if (!there.has(key)) waiting.set(strip, [...(waiting.get(strip) ?? []), key])
  }
  const filled = places.map(({ zone, strips }) => ({
    zone,
    strips: strips.map(({ key, rows }) => ({
      key,
      rows: rows.map((row) => row.map((box) => box ?? waiting.get(key)?.shift() ?? null)),
    })),
  }))
  return { places: filled, left: [...waiting.values()].flat() }
}

function newBlocks(graph: Graph, left: readonly string[], drawn: ReadonlySet<string>): Places {
  const stripOf = new Map(graph.boxes.map(({ key, strip }) => [key, strip]))
  const boxes = Map.groupBy(left, (key) => stripOf.get(key) ?? '')
  return zones.flatMap((zone) => {
    const strips = graph.strips
      .filter(({ key, ...strip }) => strip.zone === zone && (boxes.has(key) || !drawn.has(key)))
      .map(({ key }) => ({ key, rows: inRows(boxes.get(key) ?? []) }))
    return strips.length === 0 ? [] : [{ zone, strips }]
  })
}

/** One cell at least stays free in every new strip: for what comes next. */
function inRows(keys: readonly string[]): PlacedStrip['rows'] {
  const rows = Math.ceil((keys.length + 1) / COLUMNS)
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => keys[row * COLUMNS + column] ?? null),
  )
}

/** A system stands beside the first server that runs it. */
function inReadingOrder({ boxes, lines }: Graph): Graph['boxes'] {
  const systems = Map.groupBy(lines, ({ from }) => from)
  const byKey = new Map(boxes.map((box) => [box.key, box]))
  const ordered = boxes
    .filter(({ kind }) => kind !== 'system')
    .flatMap(({ key }) => [key, ...(systems.get(key) ?? []).map(({ to }) => to)])
  return [...new Set([...ordered, ...byKey.keys()])].flatMap((key) => byKey.get(key) ?? [])
}

export function allStrips(places: Places): readonly PlacedStrip[] {
  return places.flatMap(({ strips }) => strips)
}
