import type { TaskPageView } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import style from './plan.module.css'

/** What is not as it should be with a task, a sentence each. */
export function Warnings({ view }: { readonly view: TaskPageView }) {
  const t = useWords('plan')
  const { stillShort, ownerLeft, daysLate } = view
  const said = [
    daysLate > 0 && t('warning.late', { count: daysLate }),
    stillShort && t(`warning.${stillShort}`),
    ownerLeft && t('warning.left'),
  ].filter((sentence) => typeof sentence === 'string')
  if (said.length === 0) return null
  return (
    <ul className={style.warnings}>
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
