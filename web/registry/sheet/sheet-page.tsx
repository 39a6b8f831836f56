import { useMemo, useRef, useState } from 'react'
import { columnsOf, rowsInText } from '#registry/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { GoButton } from '../../parts/go.tsx'
import { PageHead } from '../../parts/page.tsx'
import { kindOf } from '../kind-groups.ts'
import { type Entry, useRegistry } from '../queries.ts'
import { Grid } from './grid.tsx'
import { Pasted } from './pasted.tsx'
import style from './sheet.module.css'
import { SheetTrouble } from './sheet-trouble.tsx'
import { useSheet } from './use-sheet.ts'

/** A block on its way into the table. */
export interface Block {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** 表 — all items of a kind as a sheet in which one writes, and into which blocks are pasted. */
export function SheetPage({ kind }: { readonly kind: Entry['kind'] }) {
  const t = useWords('registry')
  const say = useBilingual()
  const language = useLanguage()
  const { items } = useRegistry()
  const sheet = useSheet(kind)
  const [block, setBlock] = useState<Block>()
  const [clear, setClear] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => columnsOf(kindOf(kind)), [kind])
  const rows = useMemo(() => items.filter((each) => each.kind === kind), [items, kind])
  const requestOf = ({ row, column, text }: Block, clears: boolean) => ({
    text,
    columns: columns.slice(column).map(({ path }) => path),
    ids: rows.slice(row, row + rowsInText(text, '\t').length).map(({ id }) => id),
    from: row + 1,
    blanks: clears ? ('clear' as const) : ('keep' as const),
  })
  const paste = (next: Block, clears = clear) => {
    setBlock(next)
    sheet.fill.reset()
    sheet.look.mutate(requestOf(next, clears))
  }
  const close = () => {
    setBlock(undefined)
    sheet.look.reset()
    grid.current?.querySelector<HTMLElement>('textarea')?.focus()
  }
  return (
    <>
      <PageHead title={t('sheet.title', { kind: say(kindOf(kind).words) })} lead={t('sheet.lead')}>
        <GoButton href={`/registry/${kind}`}>{t('sheet.back')}</GoButton>
      </PageHead>
      <SheetTrouble error={sheet.fill.error} language={language} />
      {block && (
        <Pasted
          kind={kind}
          sheet={sheet}
          clear={clear}
          onClear={(next) => {
            setClear(next)
            paste(block, next)
          }}
          onTake={(basis) => sheet.fill.mutate({ ...requestOf(block, clear), basis }, { onSuccess: close })}
          onClose={close}
        />
      )}
      <Grid ref={grid} kind={kind} columns={columns} rows={rows} sheet={sheet} onPaste={paste} />
      <p className={style.help} id="sheet-help">
        {t('sheet.help')}
      </p>
    </>
  )
}
