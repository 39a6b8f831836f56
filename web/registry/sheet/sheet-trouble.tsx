import { type Issue, sayIssue } from '#registry/contract'
import { isProblem } from '../../app/api.ts'
import type { Language } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import style from '../item.module.css'

/** Why the last cell or block was not kept: its places one by one, or the problem as a whole. */
export function SheetTrouble({ error, language }: { readonly error: unknown; readonly language: Language }) {
  const issues = isProblem(error, 'malformed') ? (error.facts.issues as readonly Issue[] | undefined) : undefined
  if (!issues) return <Problem error={error} />
  return (
    <ul className={style.wrong} role="alert">
      {issues.map((issue) => (
        <li key={`${issue.path} ${issue.code}`}>{sayIssue(issue, language)}</li>
      ))}
    </ul>
  )
}
