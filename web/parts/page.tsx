import type { ReactNode } from 'react'
import style from './page.module.css'
import { useWindowTitle } from './window-title.ts'

interface PageHeadProps {
  readonly title: ReactNode
  /** The title of the window, where the heading is more than text. */
  readonly windowTitle?: string
  readonly lead?: ReactNode
  readonly basis?: ReactNode
  /** The acts of the page, at its right. */
  readonly children?: ReactNode
}

/** The head of a page: how it stands, what it rests on, what one can do. */
export function PageHead({ title, windowTitle, lead, basis, children }: PageHeadProps) {
  useWindowTitle(windowTitle ?? (typeof title === 'string' ? title : ''))
  return (
    <div className={style.head}>
      <div>
        <h1>{title}</h1>
        {lead && <p className={style.lead}>{lead}</p>}
        {basis && <p className={style.basis}>{basis}</p>}
      </div>
      {children && <div className={style.acts}>{children}</div>}
    </div>
  )
}

/** A section with its heading ruled off, as on paper. */
export function Section({ title, note, children, id }: SectionProps) {
  return (
    <section className={style.section} id={id}>
      <h2>
        {title}
        {note && <span>{note}</span>}
      </h2>
      {children}
    </section>
  )
}

interface SectionProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly id?: string
  readonly children: ReactNode
}
