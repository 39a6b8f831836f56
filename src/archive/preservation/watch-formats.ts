import { type Caller, demand } from '#access'
import { type Day, dayOf } from '#shared'
import type { Reader, Storage } from '#storage'
import type { ContentType } from '../content/content.ts'
import { scopeOf } from '../ground.ts'
import { type FormatOutlook, formatOutlooks, outlookOf } from './format-watch.ts'

/** 保存している形式 — how many versions are in it, since when, and how it looks ahead. */
export interface KeptFormat {
  readonly type: ContentType
  readonly outlook: FormatOutlook
  readonly versions: number
  readonly oldestOn: Day
}

/** 形式の見張り (7.2 C 2, 7.3 C 4) — every form in which something is kept, what is at risk first. */
export async function watchFormats(storage: Storage, caller: Caller): Promise<readonly KeptFormat[]> {
  demand(caller, 'contents.check')
  return storage.read(scopeOf(caller), keptFormats)
}

async function keptFormats(db: Reader): Promise<readonly KeptFormat[]> {
  const rows = await db
    .selectFrom('document_version as own')
    .innerJoin('document', 'document.document_id', 'own.document_id')
    .where('document.destroyed_at', 'is', null)
    .where('own.withdrawn_at', 'is', null)
    .groupBy('own.content_type')
    .select(({ fn }) => ['own.content_type', fn.countAll<number>().as('count'), fn.min('own.entered_at').as('oldest')])
    .execute()
  const formats = rows.map(({ content_type, count, oldest }) => {
    const type = content_type as ContentType
    return { type, outlook: outlookOf[type], versions: Number(count), oldestOn: dayOf(oldest) }
  })
  const gravity = ({ outlook }: KeptFormat) => -formatOutlooks.indexOf(outlook)
  return formats.toSorted((one, other) => gravity(one) - gravity(other) || other.versions - one.versions)
}
