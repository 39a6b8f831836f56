import type { Access } from '#access'
import type { Ground } from '../../ground.ts'

/** What letting an inspector in stands on: the room, accounts that a link opens, and chance. */
export interface InspectorGround extends Ground {
  readonly access: Pick<Access, 'createLinkAccount' | 'openLinkSession' | 'endLinkAccount' | 'failingEvenly'>
  readonly randomBytes: (length: number) => Uint8Array
}
