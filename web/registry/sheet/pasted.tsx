import { Button, Checkbox } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { sayField, type TablePreview } from '#registry/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { factText } from '../../parts/fact-text.ts'
import { Problem } from '../../parts/problem.tsx'
import type { Entry } from '../queries.ts'
import { useFactSaying } from '../use-saying.ts'
import style from './sheet.module.css'
import type { Sheet, Wrong } from './use-sheet.ts'

interface PastedProps {
  readonly kind: Entry['kind']
  readonly sheet: Sheet
  readonly clear: boolean
  readonly onClear: (clear: boolean) => void
  readonly onTake: (basis: string) => void
  readonly onClose: () => void
}

const isWrong = (answer: TablePreview | Wrong): answer is Wrong => 'issues' in answer

/** 貼り付けの下見 — what the block would add and change, or every cell that is wrong. Nothing is kept before it was seen. */
export function Pasted({ kind, sheet, clear, onClear, onTake, onClose }: PastedProps) {
  const t = useWords('registry')
  const heading = useRef<HTMLHeadingElement>(null)
  const { data, error, isPending } = sheet.look
  useEffect(() => heading.current?.focus(), [])
  const right = data && !isWrong(data) ? data : undefined
  return (
    <section
      className={style.pasted}
      aria-labelledby="pasted"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <h2 id="pasted" tabIndex={-1} ref={heading}>
        {t('sheet.preview')}
      </h2>
      {isPending && <p role="status">{t('sheet.looking')}</p>}
      <Problem error={error} />
      {data && isWrong(data) && <WrongCells wrong={data} />}
      {right && <Changes kind={kind} preview={right} />}
      <Checkbox
        label={t('sheet.clear')}
        description={t('sheet.clearHelp')}
        checked={clear}
        onChange={(event) => onClear(event.currentTarget.checked)}
      />
      <div className={style.acts}>
        <Button onClick={onClose}>{t('sheet.cancel')}</Button>
        {right && right.rows.length > 0 && (
          <Button variant="filled" loading={sheet.fill.isPending} onClick={() => onTake(right.basis)}>
            {t('sheet.take')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** Every wrong cell, row by row. */
export function WrongCells({ wrong: { issues } }: { readonly wrong: Wrong }) {
  const t = useWords('registry')
  return (
    <div className={style.wrong} role="alert">
      <p>{t('sheet.wrong', { count: issues.length })}</p>
      <ol>
        {issues.map(({ path, sentence }) => (
          <li key={`${path} ${sentence}`}>{sentence}</li>
        ))}
      </ol>
    </div>
  )
}

// What a person looks through before pressing; the rest is counted.
const ROWS_SHOWN = 100

/** What would be added and changed, row by row. */
export function Changes({ kind, preview }: { readonly kind: Entry['kind']; readonly preview: TablePreview }) {
  const t = useWords('registry')
  const { rows, unchanged, cleared } = preview
  if (rows.length === 0) return <p role="status">{t('sheet.same')}</p>
  const added = rows.filter((row) => row.added).length
  return (
    <>
      <p role="status">
        {t('sheet.summary', { added, changed: rows.length - added, unchanged })}
        {cleared > 0 && <strong> {t('sheet.cleared', { count: cleared })}</strong>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
      <section className={style.changes} tabIndex={0} aria-label={t('sheet.preview')}>
        <table>
          <thead>
            <tr>
              {(['row', 'field', 'before', 'after'] as const).map((word) => (
                <th key={word} scope="col">
                  {t(`sheet.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          {rows.slice(0, ROWS_SHOWN).map((row) => (
            <ChangedRow key={row.id} kind={kind} row={row} />
          ))}
        </table>
      </section>
      {rows.length > ROWS_SHOWN && <p>{t('sheet.more', { count: rows.length - ROWS_SHOWN })}</p>}
    </>
  )
}

interface ChangedRowProps {
  readonly kind: Entry['kind']
  readonly row: TablePreview['rows'][number]
}

function ChangedRow({ kind, row }: ChangedRowProps) {
  const t = useWords('registry')
  const parts = useWords('parts')
  const language = useLanguage()
  const saying = useFactSaying()
  const text = (field: string, value: unknown) => factText(kind, field, value, saying) || parts('fact.unknown')
  const told = row.changes.filter(({ field }) => field !== 'id')
  return (
    <tbody>
      {told.map(({ field, before, after }, index) => (
        <tr key={field}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={told.length}>
              {row.row} {row.name}
              {row.added && <small>{t('sheet.new')}</small>}
            </th>
          )}
          <td>{sayField(kind, field, language)}</td>
          <td>{row.added ? '' : text(field, before)}</td>
          <td>{text(field, after)}</td>
        </tr>
      ))}
    </tbody>
  )
}
