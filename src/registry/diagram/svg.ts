import { type Day, inEra } from '#shared'
import type { Facility } from '../facility/facility.ts'
import {
  type Box,
  type BoxKind,
  type Graph,
  graphOf,
  isWrong,
  type LineStyle,
  NO_NETWORK,
  OUTSIDE,
  type Strip,
} from './graph.ts'
import { withPlaces } from './kept-places.ts'
import { inLines } from './label.ts'
import { type Places, place } from './places.ts'
import { BOX, type Frame, type Layout, layOut, type Rect, type Route, routesOf } from './route.ts'
import { type DiagramLanguage, diagramWords } from './words.ts'

export interface Drawing {
  readonly facility: Facility
  readonly on: Day
  readonly language: DiagramLanguage
  readonly revision?: string
  /** The places of an earlier drawing: what stood there stays there. */
  readonly kept?: Places
}

type Words = (typeof diagramWords)['ja']

const NAME = 14
const SMALL = 12
const INNER = BOX.width - 16

/** 全体構成図 — the whole facility as one SVG; the same drawing gives the same bytes. */
export function drawDiagram(drawing: Drawing): string {
  const graph = graphOf(drawing.facility)
  const places = place(graph, drawing.kept)
  const layout = layOut(places)
  const words = diagramWords[drawing.language]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}" role="img" lang="${drawing.language}" font-family="'Noto Sans JP', 'Noto Sans CJK JP', sans-serif" fill="#1f2937">`,
    `<title>${escaped(`${words.title} — ${drawing.facility.profile.name}`)}</title>`,
    withPlaces(places),
    `<rect width="${layout.width}" height="${layout.height}" fill="#fff"/>`,
    ...heading(drawing, words, layout),
    ...layout.zones.map((zone) => zoneFrame(zone, words)),
    ...layout.strips.map((frame) => stripFrame(frame, graph, words)),
    ...routesOf(graph.lines, layout).map(drawnLine),
    ...graph.boxes.flatMap((box) => drawnBox(box, layout, words)),
    '</svg>\n',
  ].join('\n')
}

function heading({ facility, on, language, revision }: Drawing, words: Words, { width }: Layout): readonly string[] {
  const manager = facility.persons?.find(({ posts, state }) => state !== 'left' && posts?.includes('safety-manager'))
  const day = (value: string) => (language === 'ja' ? inEra(value as Day) : value)
  const [name = ''] = inLines(facility.profile.name, 40, 1)
  const facts = [
    `${words.revision}: ${revision === undefined ? '　' : (inLines(revision, 8, 1)[0] ?? '')}`,
    `${words.madeOn}: ${day(on)}`,
    `${words.factsOf}: ${day(facility.asOf)}`,
    `${words.responsible}: ${manager === undefined ? '　' : (inLines(manager.name, 14, 1)[0] ?? '')}`,
  ]
  const sample = facility.sample
    ? [
        `<rect x="${width - 136}" y="20" width="104" height="34" fill="none" stroke="#1f2937" stroke-width="2"/>`,
        text(width - 84, 44, 20, words.sample, { bold: true, middle: true }),
      ]
    : []
  return [
    text(32, 46, 26, words.title, { bold: true }),
    text(460, 46, 18, name, { bold: true }),
    ...sample,
    ...facts.map((fact, at) => text(32 + at * 320, 78, 15, fact)),
    text(32, 112, 14, words.legend, { bold: true }),
    ...Object.entries(words.lines).flatMap(([style, said], at) => [
      stroke(
        [
          [100 + at * 400, 107],
          [160 + at * 400, 107],
        ],
        style as LineStyle,
      ),
      text(172 + at * 400, 112, 14, said),
    ]),
    text(32, 146, 13, words.notice),
  ]
}

const zoneStyle = {
  outside: 'stroke-width="2" stroke-dasharray="3 5"',
  dmz: 'stroke-width="5"',
  maintenance: 'stroke-width="2" stroke-dasharray="16 5 3 5"',
  inside: 'stroke-width="2.5"',
  unknown: 'stroke-width="1.5" stroke-dasharray="8 8"',
} as const

function zoneFrame({ zone, x, y, width, height }: Layout['zones'][number], words: Words): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#1f2937" ${zoneStyle[zone]}/>${text(x + 60, y + 21, 16, words.zones[zone], { bold: true })}`
}

function stripFrame(frame: Frame, graph: Graph, words: Words): string {
  const strip = graph.strips.find(({ key }) => key === frame.key)
  const name = strip === undefined ? '' : stripName(strip, words)
  const { header } = frame
  const [shown = ''] = inLines(name, INNER / NAME, 1)
  const said = [strip?.owner, ...(strip?.signs ?? []).map((sign) => words.signs[sign])].flatMap((each) => each ?? [])
  const [owner = ''] = inLines(said.join('　'), INNER / SMALL, 1)
  return [
    `<g data-key="${escaped(frame.key)}"><title>${escaped(name)}</title>`,
    rect(frame, 'fill="#f5f3ee" stroke="#9ca3af" stroke-width="1"'),
    rect(header, 'fill="#1f2937"'),
    text(header.x + 8, header.y + 20, NAME, shown, { bold: true, white: true }),
    strip?.key.startsWith('network/') ? text(header.x + header.width + 44, header.y + 20, SMALL, owner) : '',
    '</g>',
  ].join('')
}

function stripName({ key, name }: Strip, words: Words): string {
  if (key === OUTSIDE) return words.outside
  return key === NO_NETWORK ? words.noNetwork : (name ?? '')
}

/** Lines to the outside and wireless LANs are round, things one can touch are not. */
const corners = { connection: 14, device: 0, server: 4, system: 4, terminal: 4, wireless: 26 } as const

function drawnBox(box: Box, layout: Layout, words: Words): readonly string[] {
  const at = layout.boxes.get(box.key)
  if (at === undefined) return []
  const said = besideTheName(box, words)
  const name = inLines(box.name, INNER / NAME, 2)
  const small = said.slice(0, name.length === 1 ? 3 : 2).flatMap((each) => inLines(each, INNER / SMALL, 1))
  const centre = at.x + at.width / 2
  const top = at.y + (box.kind === 'system' ? 24 : 22)
  return [
    `<g data-key="${escaped(box.key)}"><title>${escaped([box.name, ...said].join(' / '))}</title>`,
    rect(at, `rx="${corners[box.kind]}" fill="#fff" ${box.signs.some(isWrong) ? edges.wrong : edges.plain}`),
    ...(marks[box.kind]?.(at) ?? []),
    ...name.map((line, row) => text(centre, top + row * 17, NAME, line, { bold: true, middle: true })),
    ...small.map((line, row) => text(centre, top + name.length * 17 + row * 16, SMALL, line, { middle: true })),
    '</g>',
  ]
}

const edges = {
  plain: 'stroke="#1f2937" stroke-width="1.4"',
  wrong: 'stroke="#b83a2b" stroke-width="2.6" stroke-dasharray="7 4"',
} as const

/** A server has a bar at its side, a system one along its top. */
const marks: Partial<Record<BoxKind, (at: Rect) => readonly string[]>> = {
  server: ({ x, y, height }) => [`<path d="M${x + 7} ${y}v${height}" stroke="#1f2937"/>`],
  system: ({ x, y, width }) => [`<path d="M${x} ${y + 7}h${width}" stroke="#1f2937"/>`],
}

/** What is wrong comes first, so that it is never the part for which a box has no room. */
function besideTheName({ name, units, counterpart, owner, signs }: Box, words: Words): readonly string[] {
  return [
    ...signs.filter(isWrong).map((sign) => words.signs[sign]),
    ...(units === undefined ? [] : [words.units(units)]),
    ...signs.filter((sign) => !isWrong(sign)).map((sign) => words.signs[sign]),
    ...(counterpart === undefined || counterpart === name ? [] : [counterpart]),
    ...(owner === undefined ? [] : [owner]),
  ]
}

function drawnLine({ line, points }: Route): string {
  return stroke(points, line.style)
}

const lineStyle = {
  plain: 'stroke="#4b5563" stroke-width="1.6"',
  supplier: 'stroke="#1d4e89" stroke-width="2.2" stroke-dasharray="12 4 2 4"',
  unencrypted: 'stroke="#b83a2b" stroke-width="2.6" stroke-dasharray="2 4"',
} as const

/** A line of which nobody knows who maintains it is a ladder: wide with white rungs, so that a grey copy shows it too. */
function stroke(points: Route['points'], style: LineStyle): string {
  const d = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  if (style !== 'maintainer-unknown') return `<path d="${d}" fill="none" stroke-linejoin="round" ${lineStyle[style]}/>`
  return `<path d="${d}" fill="none" stroke="#b83a2b" stroke-width="7"/><path d="${d}" fill="none" stroke="#fff" stroke-width="3.6" stroke-dasharray="7 5"/>`
}

function rect({ x, y, width, height }: Rect, style: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${style}/>`
}

interface Letters {
  readonly bold?: boolean
  readonly middle?: boolean
  readonly white?: boolean
}

function text(x: number, y: number, size: number, said: string, { bold, middle, white }: Letters = {}): string {
  const style = `${bold ? ' font-weight="700"' : ''}${middle ? ' text-anchor="middle"' : ''}${white ? ' fill="#fff"' : ''}`
  return `<text x="${x}" y="${y}" font-size="${size}"${style}>${escaped(said)}</text>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML may hold it; marks that would turn the reading direction of what follows are taken out. */
function escaped(said: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML refuses
  const clean = said.toWellFormed().replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, ' ')
  return clean.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
}
