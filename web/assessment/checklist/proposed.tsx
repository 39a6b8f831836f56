import { useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { State } from '../../parts/state.tsx'
import style from './checklist.module.css'
import type { Row } from './queries.ts'

/** 点検からの提案 — what the assessment says of the row, why, and the requirements it rests on. */
export function Proposed({ row: { proposal, seeAlso } }: { readonly row: Row }) {
  const t = useWords('assessment')
  if (proposal.reason === 'supplier-asked') return null
  return (
    <div className={style.proposed}>
      <p>
        <b>{t(`checklist.proposal.${proposal.answer ?? 'blank'}`)}</b> {proposal.sentence}
      </p>
      <ul>
        {proposal.findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
        {proposal.requirements.map(({ id, title, state }) => (
          <li key={id}>
            <State state={state} /> <Go href={`/assessment/${id}`}>{title}</Go>
          </li>
        ))}
        {seeAlso.map(({ id, title }) => (
          <li key={id}>
            {t('checklist.seeAlso')} <Go href={`/assessment/${id}`}>{title}</Go>
          </li>
        ))}
      </ul>
    </div>
  )
}
