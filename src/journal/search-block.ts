import { hash } from 'node:crypto'
import type { Entry } from '@omamori/ledger'
import type { NewLogBlock } from '#storage'

/** As many entries as a tile has: a block is complete when its tile is. */
export const BLOCK = 256

// From this many places on, a bit for each place of the block is shorter than a byte for each that is taken.
const BITMAP_BYTES = BLOCK / 8
const TERM_BYTES = 6

/** What one can search by. */
export type Word = readonly [kind: 'act' | 'actor' | 'subject-kind' | 'subject', value: string]

/** What of an entry is searched. */
export type Searched = Pick<Entry, 'at' | 'act' | 'actor' | 'subject'>

/** The words under which an entry is found; of its act also each beginning that ends in a dot. */
export function wordsOf({ act, actor, subject }: Searched): readonly Word[] {
  const beginnings = [...act.matchAll(/\./g)].map(({ index }) => act.slice(0, index + 1))
  return [
    ...[act, ...beginnings].map((value): Word => ['act', value]),
    ...(actor.id === undefined ? [] : [['actor', actor.id] as const]),
    ['subject-kind', subject.kind],
    ['subject', subject.id],
  ]
}

/** 48 bits of a digest. Two words may share them: what is found is held against the entry itself. */
export function termOf([kind, value]: Word): number {
  return hash('sha256', `${kind} ${value}`, 'buffer').readUIntBE(0, TERM_BYTES)
}

/** 索引の区画 — what is stored so that the entries of a block are found; undefined stands for bytes that are no entry. */
export function searchBlock(block: number, entries: readonly (Searched | undefined)[]): NewLogBlock {
  const places = new Map<string, { readonly word: Word; readonly at: number[] }>()
  const times: string[] = []
  for (const [place, entry] of entries.entries()) {
    if (entry === undefined) continue
    times.push(entry.at)
    for (const word of wordsOf(entry)) {
      const key = word.join(' ')
      const known = places.get(key)
      if (known) known.at.push(place)
      else places.set(key, { word, at: [place] })
    }
  }
  const postings = new Map<number, Set<number>>()
  for (const { word, at } of places.values()) {
    const term = termOf(word)
    postings.set(term, new Set([...(postings.get(term) ?? []), ...at]))
  }
  times.sort()
  return {
    block,
    first_at: times[0] ?? '',
    last_at: times.at(-1) ?? '',
    postings: [...postings]
      .map(([term, at]) => ({ term, places: placesBytes([...at]) }))
      .sort((a, b) => a.term - b.term),
  }
}

export function placesBytes(places: readonly number[]): Uint8Array {
  if (places.length < BITMAP_BYTES) return Uint8Array.from(places).sort()
  const bits = new Uint8Array(BITMAP_BYTES)
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7))
  return bits
}

export function placesIn(bytes: Uint8Array): readonly number[] {
  if (bytes.length < BITMAP_BYTES) return [...bytes]
  const all = Array.from({ length: BLOCK }, (_, place) => place)
  return all.filter((place) => ((bytes[place >> 3] ?? 0) >> (place & 7)) & 1)
}
