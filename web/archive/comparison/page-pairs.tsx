import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { ComparedPage, ComparisonQuery } from '#archive/contract'
import { useWords } from '../../app/i18n.ts'
import { Acts } from '../../parts/form.tsx'
import style from './comparison.module.css'
import { Mark } from './mark.tsx'
import { PagePicture } from './page-picture.tsx'

interface PagePairsProps {
  readonly documentId: string
  readonly pair: ComparisonQuery
  readonly rows: readonly ComparedPage[]
}

/** ページを見比べる — one page beside its partner, the first that differs first. Nothing is shown before it is asked for: every page shown is a look. */
export function PagePairs({ documentId, pair, rows }: PagePairsProps) {
  const t = useWords('archive')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(() => Math.max(0, next(rows, -1, 1)))
  const row = rows[at]
  if (!row || !open)
    return (
      <Acts>
        <Button onClick={() => setOpen(true)}>{t('compare.openPages')}</Button>
      </Acts>
    )
  const [earlier, later] = [next(rows, at, -1), next(rows, at, 1)]
  const data = rows.map((one, index) => ({
    value: String(index),
    label: t('compare.pagePair', {
      before: one.before ?? '－',
      after: one.after ?? '－',
      mark: t(`compare.${one.mark}`),
    }),
  }))
  return (
    <>
      <div className={style.chosen}>
        <NativeSelect
          label={t('compare.choosePage')}
          data={data}
          value={String(at)}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
      </div>
      <Acts>
        <Button disabled={earlier < 0} onClick={() => setAt(earlier)}>
          {t('compare.differenceBefore')}
        </Button>
        <Button disabled={later < 0} onClick={() => setAt(later)}>
          {t('compare.differenceAfter')}
        </Button>
      </Acts>
      <p aria-live="polite">
        <Mark mark={row.mark} />
      </p>
      <div className={style.pair}>
        <PagePicture documentId={documentId} version={pair.before} page={row.before} />
        <PagePicture documentId={documentId} version={pair.after} page={row.after} />
      </div>
    </>
  )
}

/** The next row in that direction that is not the same; -1 where there is none. */
function next(rows: readonly ComparedPage[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) if (rows[at]?.mark !== 'same') return at
  return -1
}
