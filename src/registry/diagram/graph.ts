import type { Facility, Item } from '../facility/facility.ts'
import { NOBODY } from '../facility/field.ts'

/** 区画 — from the outside inwards; `unknown` holds the networks whose zone nobody has written down. */
export const zones = ['outside', 'dmz', 'maintenance', 'inside', 'unknown'] as const
export type Zone = (typeof zones)[number]

export type BoxKind = 'connection' | 'device' | 'server' | 'system' | 'terminal' | 'wireless'

/** What the registry says, or leaves open, that a reader of the diagram must see. */
export type Sign = 'no-owner' | 'owner-unknown' | 'unencrypted' | 'encryption-unknown' | 'maintainer-unknown'

/** Wrong as far as the registry knows; the other signs say that it does not know. */
export function isWrong(sign: Sign): boolean {
  return sign === 'no-owner' || sign === 'unencrypted'
}

/** 箱 — one thing of the registry, in the strip it stands in. */
export interface Box {
  readonly key: string
  readonly kind: BoxKind
  readonly name: string
  readonly owner?: string
  readonly counterpart?: string
  readonly units?: number
  readonly signs: readonly Sign[]
  readonly strip: string
}

/** 帯 — a network with what is in it, what stands outside, or what is in no known network. */
export interface Strip {
  readonly key: string
  readonly zone: Zone
  readonly name?: string
  readonly owner?: string
  readonly signs: readonly Sign[]
}

export type LineStyle = 'plain' | 'supplier' | 'unencrypted' | 'maintainer-unknown'

/** 線 — from a box to a box or to a strip. */
export interface Line {
  readonly from: string
  readonly to: string
  readonly style: LineStyle
}

export interface Graph {
  readonly strips: readonly Strip[]
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

export const OUTSIDE = 'outside'
export const NO_NETWORK = 'no-network'

/** The boxes and lines of a facility, in the order of its registry. */
export function graphOf(facility: Facility): Graph {
  const boxes = boxesOf(facility)
  const drawn = new Set([...boxes.map(({ key }) => key), ...(facility.networks ?? []).map(networkKey)])
  const lines = linesOf(facility).filter(({ from, to }) => drawn.has(from) && drawn.has(to))
  return { strips: stripsOf(facility, boxes), boxes, lines: unlike(lines) }
}

function boxesOf(facility: Facility): readonly Box[] {
  const { connections = [], devices = [], servers = [], systems = [], terminals = [], wireless = [] } = facility
  const names = new Map((facility.persons ?? []).map(({ id, name }) => [id, name]))
  const networks = new Set((facility.networks ?? []).map(({ id }) => id))
  const inNetwork = (id: string | undefined) => (id !== undefined && networks.has(id) ? networkKey({ id }) : NO_NETWORK)
  const box = (kind: BoxKind, item: Owned, strip: string): Box => ({
    key: `${kind}/${item.id}`,
    kind,
    name: item.name,
    ...ownerOf(item, names),
    strip,
  })
  const networkOfSystem = ({ id, hosting }: Item<'system'>) =>
    hosting === 'cloud' ? OUTSIDE : inNetwork(servers.find(({ systemIds }) => systemIds?.includes(id))?.networkId)
  return [
    ...connections.map((line) => outsideLine(line, box('connection', line, OUTSIDE))),
    ...devices.map((item) => box('device', item, inNetwork(item.networkId))),
    ...servers.map((item) => box('server', item, inNetwork(item.networkId))),
    ...systems.map((item) => box('system', item, networkOfSystem(item))),
    ...terminals.map((item) => ({ ...box('terminal', item, inNetwork(item.networkId)), units: item.units })),
    ...wireless.map((item) => ({ ...box('wireless', item, inNetwork(item.networkId)), units: item.accessPoints })),
  ]
}

function outsideLine({ counterpart, encryption, supplierId }: Item<'connection'>, box: Box): Box {
  const signs: readonly Sign[] = [
    ...(supplierId === undefined ? ['maintainer-unknown' as const] : []),
    ...(encryption === 'none' ? ['unencrypted' as const] : []),
    ...(encryption === undefined ? ['encryption-unknown' as const] : []),
  ]
  return { ...box, counterpart, signs: [...box.signs, ...signs] }
}

interface Owned {
  readonly id: string
  readonly name: string
  readonly ownerId?: string
}

function ownerOf({ ownerId }: Owned, names: ReadonlyMap<string, string>): Pick<Box, 'owner' | 'signs'> {
  if (ownerId === NOBODY) return { signs: ['no-owner'] }
  const owner = ownerId === undefined ? undefined : names.get(ownerId)
  return owner === undefined ? { signs: ['owner-unknown'] } : { owner, signs: [] }
}

function stripsOf(facility: Facility, boxes: readonly Box[]): readonly Strip[] {
  const names = new Map((facility.persons ?? []).map(({ id, name }) => [id, name]))
  const used = new Set(boxes.map(({ strip }) => strip))
  const open: readonly Strip[] = [
    { key: OUTSIDE, zone: 'outside', signs: [] },
    { key: NO_NETWORK, zone: 'unknown', signs: [] },
  ]
  const networks = (facility.networks ?? []).map(
    (item): Strip => ({
      key: networkKey(item),
      zone: item.zone ?? 'unknown',
      name: item.name,
      ...ownerOf(item, names),
    }),
  )
  return [...open.filter(({ key }) => used.has(key)), ...networks]
}

function linesOf({ connections = [], devices = [], servers = [] }: Facility): readonly Line[] {
  const networkOf = new Map(devices.map(({ id, networkId }) => [id, networkId]))
  const outside = connections.flatMap((line): readonly Line[] => {
    const { id, deviceId, networkId } = line
    const arrived = deviceId !== undefined && networkOf.get(deviceId) === networkId
    const ends = [
      `connection/${id}`,
      ...(deviceId === undefined ? [] : [`device/${deviceId}`]),
      ...(networkId === undefined || arrived ? [] : [networkKey({ id: networkId })]),
    ]
    return ends.slice(1).map((to, at) => ({ from: ends[at] ?? to, to, style: styleOf(line) }))
  })
  const running = servers.flatMap(({ id, systemIds = [] }) =>
    systemIds.map((systemId): Line => ({ from: `server/${id}`, to: `system/${systemId}`, style: 'plain' })),
  )
  return [...outside, ...running]
}

function styleOf({ supplierId, encryption, kind }: Item<'connection'>): LineStyle {
  if (supplierId === undefined) return 'maintainer-unknown'
  if (encryption === 'none' || encryption === undefined) return 'unencrypted'
  return kind === 'remote-maintenance' ? 'supplier' : 'plain'
}

function unlike(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [`${line.from} ${line.to} ${line.style}`, line])).values()]
}

function networkKey({ id }: { readonly id: string }): string {
  return `network/${id}`
}
