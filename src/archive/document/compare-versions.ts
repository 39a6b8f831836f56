import { buffer } from 'node:stream/consumers'
import { type Caller, demand } from '#access'
import { compareContentsApart, comparePagesApart } from '../content/apart/compare-apart.ts'
import { holdFacility, malformed, scopeOf } from '../ground.ts'
import type { ComparisonQuery, ComparisonView, PageComparisonView } from './comparison-wire.ts'
import { differingFacts } from './differing-facts.ts'
import type { DocumentGround } from './ground.ts'
import { versionAt } from './read-documents.ts'
import { refuseDestroyed } from './refuse-destroyed.ts'
import { documentRow, type VersionWithLength } from './store.ts'

/**
 * 版を比べる — what two versions say, side by side, and where they differ (7.1: a correction can be told from what it corrects). The
 * journal tells of a look at both before anything is shown. Only what differs is shown of them, so neither counts as seen for a confirmation.
 */
export async function compareVersions(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  pair: ComparisonQuery,
): Promise<ComparisonView> {
  const rows = await bothVersions(ground, caller, documentId, pair)
  await recordComparison(ground, caller, documentId, pair)
  const [before, after] = await contentsOf(ground, caller, rows)
  const compared = await compareContentsApart(before, after)
  const identical = rows[0].sha256 === rows[1].sha256
  if ('kind' in compared)
    return { ...pair, identical, facts: [], text: compared, unread: { before: [compared.why], after: [compared.why] } }
  return {
    ...{ ...pair, identical, text: compared.text },
    facts: differingFacts(compared.before, compared.after),
    unread: { before: compared.before.unread, after: compared.after.unread },
  }
}

/** ページを比べる — which pages look alike to the pixel. It shows none of them: whoever looks at one asks for its preview, which is a look of its own. */
export async function comparePages(
  ground: DocumentGround,
  caller: Caller,
  documentId: string,
  pair: ComparisonQuery,
): Promise<PageComparisonView> {
  const rows = await bothVersions(ground, caller, documentId, pair)
  const [before, after] = await contentsOf(ground, caller, rows)
  return comparePagesApart(before, after)
}

type Both<T> = readonly [before: T, after: T]

async function bothVersions(
  { storage }: DocumentGround,
  caller: Caller,
  documentId: string,
  { before, after }: ComparisonQuery,
): Promise<Both<VersionWithLength>> {
  demand(caller, 'document.read')
  return storage.read(scopeOf(caller), async (db) => {
    refuseDestroyed(await documentRow(db, documentId), documentId)
    const both = [await versionAt(db, documentId, before), await versionAt(db, documentId, after)] as const
    if (before === after) throw malformed('document-same-version', 'after')
    return both
  })
}

async function contentsOf(
  { blobs }: DocumentGround,
  caller: Caller,
  [before, after]: Both<VersionWithLength>,
): Promise<Both<Uint8Array>> {
  const read = async ({ blob_id }: VersionWithLength) => buffer((await blobs.get(scopeOf(caller), blob_id)).content)
  return [await read(before), await read(after)]
}

/** One entry for each version, durable before anything is shown. */
async function recordComparison(
  { storage, journal }: DocumentGround,
  caller: Caller,
  documentId: string,
  { before, after }: ComparisonQuery,
): Promise<void> {
  await storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    refuseDestroyed(await documentRow(change.db, documentId), documentId)
    const subject = { kind: 'document', id: documentId }
    for (const [version, comparedWith] of [
      [before, after],
      [after, before],
    ] as const) {
      const detail = { version, comparedWith }
      await journal.append(change, { act: 'document.viewed', actor: caller.actor, subject, detail })
    }
  })
}
