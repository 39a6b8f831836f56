/** 重み — how much a gap weighs, as data with reasons, so that the order of work can be read and disputed. */
export const weights = {
  /** Known to fall short goes before not known: the first can be mended today, the second must first be found out. */
  notMet: 1000,
  /** 最低限 (C) goes before 推奨 (D). */
  minimum: 500,
  /** Every thing that is concerned adds one, up to this many, so that a ward full of terminals outweighs one. */
  things: 50,
} as const

interface Path {
  readonly ids: RegExp
  readonly weight: number
  readonly reason: string
}

/** The ways by which intruders came into hospitals, and what decided whether the hospital rose again. */
export const attackPaths: readonly Path[] = [
  {
    ids: /^6\.11\.|^6\.8\.[CD]-8|^6\.5\.D-3/,
    weight: 300,
    reason: 'lines to the outside are where ransomware came in',
  },
  { ids: /^6\.10\.|^7\.2\.|^7\.3\./, weight: 250, reason: 'with backups apart, care goes on after an attack' },
  { ids: /^6\.5\.C-(1|2|13|14.*)$|^6\.5\.D-[45]/, weight: 200, reason: 'weak passwords let an intruder go on inside' },
  { ids: /^6\.5\.C-1[0-2]$/, weight: 150, reason: 'unprotected terminals are where malware first runs' },
  { ids: /^6\.5\.C-1[56]/, weight: 100, reason: 'wireless and small devices are doors nobody watches' },
  { ids: /^6\.2\.C-7$/, weight: 100, reason: 'who does not know his lines and owners loses the first hour' },
]

export function weightOfPath(requirementId: string): number {
  return attackPaths.find(({ ids }) => ids.test(requirementId))?.weight ?? 0
}
