import { buffer } from 'node:stream/consumers'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { readApart } from '../content/apart/read-apart.ts'
import { withWords } from '../content/apart/words-apart.ts'
import type { Content } from '../content/content.ts'
import { searchable } from '../content/text/searchable.ts'
import type { DocumentAct } from '../document/act.ts'
import type { DocumentGround } from '../document/ground.ts'
import { addText, documentRow } from '../document/store.ts'
import { holdFacility, scopeOf } from '../ground.ts'
import { keepLook, type Picture, waitingPictures } from './store.ts'

/** A look an hour: as much as a slow machine reads while people work on it, two seconds a page. */
const longestRunMs = 10 * 60_000
const mostInRun = 100

export interface PictureRun {
  /** Versions that were looked at. */
  readonly looked: number
  /** Versions in which words were found. */
  readonly found: number
}

/**
 * 画像の文字を読む — versions that are pictures, so that they are found by their words. Each is looked at once; a file without pictures
 * is looked at too, and left as it is. What OCR reads may be wrong, and is searched and never shown as the document.
 */
export async function readPictures(ground: DocumentGround, caller: Caller, runMs = longestRunMs): Promise<PictureRun> {
  demand(caller, 'document.enter')
  const ends = Date.now() + runMs
  const pictures = await ground.storage.read(scopeOf(caller), (db) => waitingPictures(db, mostInRun))
  const run = { looked: 0, found: 0 }
  for (const picture of pictures) {
    if (Date.now() > ends) break
    const words = await wordsOf(ground, caller, picture)
    // Somebody else reads files just now: the next hour comes.
    if (words === undefined) break
    run.looked += 1
    if (await keepWords(ground, caller, picture, words)) run.found += 1
  }
  return run
}

interface Words {
  readonly text: string
  readonly pages: number
  readonly leftOut: number
  /** Why nothing was read, where something stood against it. */
  readonly why: string | null
}

const nothing = { text: '', pages: 0, leftOut: 0 }

async function wordsOf(ground: DocumentGround, caller: Caller, { blob_id }: Picture): Promise<Words | undefined> {
  try {
    const { content } = await ground.blobs.get(scopeOf(caller), blob_id)
    const bytes = await buffer(content)
    const read = await readApart(bytes, '')
    return toldBy(await withWords(read, bytes, ''))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'locked') return undefined
    // Damaged or just destroyed: the check of the contents tells of the one, nobody looks for the other.
    return { ...nothing, why: error.code }
  }
}

function toldBy({ text, facts, unread }: Content): Words {
  const { pagesByOcr } = facts
  const trouble = unread.find(({ code }) => code === 'too-long' || code === 'reader-died')
  if (typeof pagesByOcr !== 'number') return { ...nothing, why: trouble?.code ?? null }
  const leftOut = unread.find(({ code }) => code === 'pages-left-out')?.facts.count
  return { text, pages: pagesByOcr, leftOut: typeof leftOut === 'number' ? leftOut : 0, why: null }
}

/** Whether words were found. */
async function keepWords(ground: DocumentGround, caller: Caller, picture: Picture, words: Words): Promise<boolean> {
  const { document_id: documentId, version } = picture
  const { text, pages, leftOut, why } = words
  const said = searchable(text)
  return ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const document = await documentRow(change.db, documentId)
    if (document === undefined || document.destroyed_at !== null) return false
    await keepLook(change, picture, { read_at: ground.clock.now(), pages, left_out: leftOut, why })
    if (said === '') return false
    await addText(change, { facility_id: caller.facilityId, document_id: documentId, version }, said)
    const act: DocumentAct = 'document.words-read'
    const subject = { kind: 'document', id: documentId }
    await ground.journal.append(change, { act, actor: caller.actor, subject, detail: { version, pages, leftOut } })
    return true
  })
}
