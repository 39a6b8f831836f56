import { useEffect, useRef } from 'react'
import { useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { State } from '../../parts/state.tsx'
import { isOverdue } from '../deciding.ts'
import { RequirementNumber } from '../number.tsx'
import type { Responsible } from '../responsible.ts'
import type { Row } from '../rows.ts'
import { useWhy } from '../use-why.ts'
import style from './requirement-row.module.css'

interface RequirementRowProps {
  readonly row: Row
  readonly href: string
  readonly isOpen: boolean
  readonly responsible: Responsible
}

/** One requirement of the list: what it is called, how it stands, why, and who answers for it. */
export function RequirementRow({ row, href, isOpen, responsible }: RequirementRowProps) {
  const { requirement, depth, asked } = row
  const place = useInView(isOpen)
  const whyOf = useWhy()
  return (
    <li
      ref={place}
      className={style.row}
      data-depth={depth > 0 ? Math.min(depth, 2) : undefined}
      data-aside={!asked || undefined}
    >
      <Go href={href} aria-current={isOpen ? 'page' : undefined}>
        <span className={style.number}>
          <RequirementNumber requirement={requirement} />
        </span>
        <span className={style.state}>
          <State state={requirement.state} />
        </span>
        <b className={style.title}>{requirement.title}</b>
        <span className={style.why}>
          {isOverdue(requirement) && <span aria-hidden="true">◷ </span>}
          {row.gap?.sentence ?? whyOf(requirement)}
        </span>
        <Owner responsible={responsible} />
      </Go>
    </li>
  )
}

function Owner({ responsible }: { readonly responsible: Responsible }) {
  const t = useWords('assessment')
  if (!responsible) return null
  return (
    <span className={style.owner}>
      {responsible === 'nobody' ? t('owner.nobody') : t('owner.is', { name: responsible.name })}
    </span>
  )
}

/** Brings the opened row into sight inside its own column, and leaves the page where it is. */
function useInView(isOpen: boolean) {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const row = place.current
    const column = row?.closest('[data-column]')
    if (!isOpen || !row || !column) return
    const seen = column.getBoundingClientRect()
    const { top, bottom } = row.getBoundingClientRect()
    if (top < seen.top || bottom > seen.bottom) column.scrollBy({ top: top - seen.top - seen.height / 3 })
  }, [isOpen])
  return place
}
