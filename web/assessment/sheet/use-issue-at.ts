import type { Day } from '#shared'
import { ProblemError } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'

interface Issue {
  readonly path: string
  readonly code?: string
  readonly earliest?: Day
  readonly latest?: Day
}

/** What the server found wrong with a box of the form, said beside that box. */
export function useIssueAt(error: Error | null): (path: string) => string | undefined {
  const t = useWords('assessment')
  const language = useLanguage()
  const issues = error instanceof ProblemError && Array.isArray(error.facts.issues) ? error.facts.issues : []
  return (path) => {
    const issue = (issues as readonly Issue[]).find((each) => each.path === path)
    if (!issue) return undefined
    const { earliest, latest } = issue
    if (earliest) return t('issue.earliest', { day: dayText(earliest, language) })
    if (latest) return t('issue.latest', { day: dayText(latest, language) })
    return t(issue.code === 'not-a-proof' ? 'issue.proof' : 'issue')
  }
}
