import { shownFact } from '#registry/contract'
import type { HeldFact } from '#supplier/contract'
import { useLanguage, useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { Sentence } from '../parts/sentence.tsx'
import style from './supplier.module.css'

interface HeldProps {
  readonly kind: string
  readonly field: string
  readonly held: HeldFact
}

/** What the registry held, and since when: the supplier says how it is today, be it the same or not. */
export function Held({ kind, field, held: { value, on } }: HeldProps) {
  const t = useWords('supplier')
  const said = { value: shownFact(kind, field, value, useLanguage()) }
  return (
    <p className={style.held}>
      <Sentence text={t('held.text', said)} parts={{ day: <EraDate day={on} weekday={false} /> }} />
    </p>
  )
}
