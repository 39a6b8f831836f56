import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facility, Item } from '../facility/facility.ts'
import { sampleFacility, sampleHospital } from '../sample/sample.ts'
import { graphOf } from './graph.ts'
import { keptPlaces } from './kept-places.ts'
import { inLines, widthOf } from './label.ts'
import { allStrips, place } from './places.ts'
import { layOut, type Rect, routesOf } from './route.ts'
import { drawDiagram } from './svg.ts'

const on = '2026-11-22'
const hospital = sampleHospital(on)
const draw = (facility: Facility, kept?: string) =>
  drawDiagram({ facility, on, language: 'ja', kept: kept === undefined ? undefined : keptPlaces(kept) })

const apart = (a: Rect, b: Rect) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

const named = ['connections', 'devices', 'servers', 'systems', 'terminals', 'wireless'] as const

test.each([sampleFacility(on), hospital])(
  'every item that is drawn stands in $profile.name exactly once',
  (facility) => {
    const placed = allStrips(place(graphOf(facility))).flatMap(({ rows }) => rows.flat().filter((box) => box !== null))
    const items = named.flatMap((member): readonly { readonly id: string }[] => facility[member] ?? [])
    const strips = allStrips(place(graphOf(facility))).filter(({ key }) => key.startsWith('network/'))
    expect(placed).toHaveLength(items.length)
    expect(placed.map((key) => key.split('/')[1]).toSorted()).toEqual(items.map(({ id }) => id).toSorted())
    expect(strips.map(({ key }) => key).toSorted()).toEqual(
      (facility.networks ?? []).map(({ id }) => `network/${id}`).toSorted(),
    )
  },
)

test('no box lies on another or on the name of a network, and no line runs through either', () => {
  const graph = graphOf(hospital)
  const layout = layOut(place(graph))
  const solid = [...layout.boxes.values(), ...layout.strips.map(({ header }) => header)]
  expect(solid.flatMap((a, at) => solid.slice(at + 1).filter((b) => !apart(a, b)))).toEqual([])
  const routes = routesOf(graph.lines, layout)
  expect(routes).toHaveLength(graph.lines.length)
  const pieces = routes.flatMap(({ points }) =>
    points.slice(1).map(([x, y], at): Rect => {
      const [fromX, fromY] = points[at] ?? [x, y]
      return { x: Math.min(x, fromX), y: Math.min(y, fromY), width: Math.abs(x - fromX), height: Math.abs(y - fromY) }
    }),
  )
  expect(pieces.flatMap((piece) => solid.filter((box) => !apart(piece, box)))).toEqual([])
})

test('the same facts are drawn with the same bytes, also over the drawing itself', () => {
  const first = draw(hospital)
  expect(draw(sampleHospital(on))).toBe(first)
  expect(draw(hospital, first)).toBe(first)
})

test('one item more moves nothing that was there', () => {
  const first = draw(hospital)
  const before = layOut(keptPlaces(first)).boxes
  const networks = ['none', ...(hospital.networks ?? []).map(({ id }) => id)]
  fc.assert(
    fc.property(
      fc.constantFrom(...named, 'networks'),
      fc.constantFrom(...networks),
      fc.string(),
      (member, networkId, name) => {
        const item = { id: 'brand-new', name, networkId } as Item<'server'>
        const facility = { ...hospital, [member]: [...(hospital[member as 'servers'] ?? []), item] }
        const after = layOut(keptPlaces(draw(facility, first))).boxes
        expect([...before].filter(([key, at]) => JSON.stringify(after.get(key)) !== JSON.stringify(at))).toEqual([])
        expect(after.size).toBe(before.size + (member === 'networks' ? 0 : 1))
      },
    ),
    { numRuns: 200 },
  )
})

test('a full strip goes on below everything else', () => {
  const server = (n: number) => ({ id: `s-${n}`, name: `サーバー${n}`, networkId: 'lan' })
  const small = (count: number): Facility => ({
    format: 'omamori-facility@1',
    asOf: on,
    profile: { name: 'みほん診療所' },
    networks: [{ id: 'lan', name: '院内LAN', zone: 'inside' }],
    servers: Array.from({ length: count }, (_, n) => server(n)),
  })
  const first = draw(small(7))
  const places = keptPlaces(draw(small(9), first))
  expect(allStrips(places).map(({ key, rows }) => [key, rows.flat().filter(Boolean).length])).toEqual([
    ['network/lan', 8],
    ['network/lan', 1],
  ])
})

test('a line to the outside says what is wrong with it in words and by its own kind of stroke', () => {
  const line = { id: 'm', name: '装置の保守', kind: 'mobile', networkId: 'lan', counterpart: '例示機器' } as const
  const facility: Facility = {
    format: 'omamori-facility@1',
    asOf: on,
    profile: { name: 'みほん診療所' },
    networks: [{ id: 'lan', name: '院内LAN', zone: 'inside', ownerId: 'none' }],
    connections: [line, { ...line, id: 'n', supplierId: 'x', encryption: 'none' }],
  }
  const graph = graphOf(facility)
  expect(graph.boxes.map(({ signs }) => signs)).toEqual([
    ['owner-unknown', 'maintainer-unknown', 'encryption-unknown'],
    ['owner-unknown', 'unencrypted'],
  ])
  expect(graph.lines.map(({ style }) => style)).toEqual(['maintainer-unknown', 'unencrypted'])
  expect(draw(facility)).toContain('▲ 暗号化なし')
})

test('names of any letters stay in their box and are never read as markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const lines = inLines(name, 12, 2)
      expect(lines.length).toBeLessThanOrEqual(2)
      expect(lines.filter((line) => widthOf(line) > 12)).toEqual([])
    }),
  )
  const facility: Facility = {
    format: 'omamori-facility@1',
    asOf: on,
    profile: { name: '<&"\u202e' },
    systems: [{ id: 'a', name: `${'長'.repeat(150)}👩‍⚕️مستشفى]]><script>` }],
  }
  const svg = draw(facility)
  expect(svg).not.toMatch(/<script|\u202e/)
  expect(svg).toContain('&lt;&amp;&quot;')
})

test('a file that is no drawing of ours keeps no places', () => {
  for (const text of [
    '<svg/>',
    draw(hospital).replace('"zone":"outside"', '"zone":"moon"'),
    draw(hospital).replace(/\[\[/, '[[['),
  ])
    expect(() => keptPlaces(text)).toThrow('malformed')
})
