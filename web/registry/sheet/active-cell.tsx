import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type FactColumn, factIn, type Issue, type Names, sayIssue } from '#registry/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { isComposing } from '../../parts/form.tsx'
import type { Entry } from '../queries.ts'
import { moved, type Place, type Size } from './move.ts'
import style from './sheet.module.css'
import { cellText, quoted } from './sheet-text.ts'
import type { Sheet } from './use-sheet.ts'

interface ActiveCellProps {
  readonly place: Place
  readonly size: Size
  readonly entry: Entry | undefined
  readonly column: FactColumn
  /** The text as it stands in the cell while nobody writes. */
  readonly shown: string
  readonly names: Names
  readonly sheet: Sheet
  readonly onMove: (to: Place) => void
  readonly onPaste: (text: string) => void
}

/**
 * The chosen cell. Its box is there before anybody writes, so that the first key of a kana-kanji conversion is not lost;
 * a key that belongs to the conversion is never taken for one of ours.
 */
export function ActiveCell({ place, size, entry, column, shown, names, sheet, onMove, onPaste }: ActiveCellProps) {
  const t = useWords('registry')
  const parts = useWords('parts')
  const say = useBilingual()
  const language = useLanguage()
  const [typed, setTyped] = useState<string>()
  const [issue, setIssue] = useState<Issue>()
  const box = useRef<HTMLTextAreaElement>(null)
  const kept = cellText(column, entry, names)
  useEffect(() => box.current?.focus({ preventScroll: false }), [])
  const write = (text: string) => {
    if (text === kept) return
    const { path } = column
    sheet.fill.mutate({
      text: quoted(text),
      columns: [path],
      ids: entry ? [entry.id] : [],
      from: place.row + 1,
      blanks: 'clear',
    })
  }
  /** Whether the text says a fact; what does not stays in the box, and why is said. */
  const keep = (text: string): boolean => {
    const fact = text.trim() === '' ? undefined : factIn(column, text, names)
    if (fact && 'code' in fact && column.path !== 'id') {
      const cell = { row: place.row + 1, of: entry && String(entry.item.name), words: column.words }
      setIssue({ path: column.path, cell, ...fact })
      return false
    }
    setIssue(undefined)
    setTyped(undefined)
    write(text)
    return true
  }
  const leaveTable = () => box.current?.closest('main')?.querySelector<HTMLElement>('a[href], button')?.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const { key, shiftKey } = event
    const next =
      key === 'Enter' ? { ...place, row: Math.min(place.row + 1, size.rows - 1) } : moved(place, key, shiftKey, size)
    if (typed !== undefined) {
      if (key === 'Escape') {
        setTyped(undefined)
        setIssue(undefined)
      } else if ((key === 'Enter' && !event.altKey && !shiftKey) || (key === 'Tab' && next)) {
        event.preventDefault()
        if (keep(typed) && next) onMove(next)
      } else if (key === 'Enter') {
        event.preventDefault()
        setTyped(`${typed}\n`)
      }
      return
    }
    if (key === 'Enter' || key === 'F2') setTyped(kept)
    else if (key === 'Escape') leaveTable()
    else if (key === 'Delete' || key === 'Backspace') write('')
    else if (key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) sheet.undo()
    else if (next) onMove(next)
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const isBlock = /[\t\n\r]/.test(text.replace(/(\r\n|\n|\r)$/, ''))
    if (typed !== undefined && !isBlock) return
    event.preventDefault()
    if (isBlock) onPaste(text)
    else setTyped(text.replace(/(\r\n|\n|\r)$/, ''))
  }
  const name = entry ? String(entry.item.name ?? entry.id) : t('sheet.newRow')
  const text = shown || parts('fact.unknown')
  return (
    <>
      {typed === undefined && <span aria-hidden="true">{shown}</span>}
      <textarea
        ref={box}
        className={style.box}
        data-writing={typed !== undefined || undefined}
        rows={1}
        spellCheck={false}
        value={typed ?? ''}
        aria-label={t('sheet.cell', { column: say(column.words), row: place.row + 1, name, text })}
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue ? 'cell-wrong' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onDoubleClick={() => typed === undefined && setTyped(kept)}
        onKeyDown={onKeyDown}
        onPaste={paste}
        onCopy={(event) => {
          if (typed !== undefined) return
          event.preventDefault()
          event.clipboardData.setData('text/plain', kept)
        }}
        onBlur={() => typed !== undefined && keep(typed)}
      />
      {issue && (
        <p className={style.cellWrong} id="cell-wrong" role="alert">
          {sayIssue(issue, language)}
        </p>
      )}
    </>
  )
}
