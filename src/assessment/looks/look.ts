import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import type { MetCode, NotMetCode, UnknownCode } from '../words/codes.ts'
import type { ArchiveFacts } from './archive-facts.ts'

/**
 * 部屋の所見 — what a room of Omamori says of what lies in it. It speaks for that part alone: what falls short there falls short, and what is in order
 * there waits for the person who answers for the facility's other systems. Where nothing of the sort lies in it, it says nothing.
 */
export type Look = (facts: ArchiveFacts, on: Day) => readonly Finding[]

type Facts = Finding['facts']

export const met = (code: MetCode, facts: Facts = {}): Finding => ({ state: 'met', code, facts })
export const notMet = (code: NotMetCode, facts: Facts = {}): Finding => ({ state: 'not-met', code, facts })
export const unknown = (code: UnknownCode, facts: Facts = {}): Finding => ({ state: 'unknown', code, facts })

/** What holds of every document by how it is kept, once there is one to show it. */
export const heldBy = (count: number, code: MetCode): readonly Finding[] => (count === 0 ? [] : [met(code, { count })])
