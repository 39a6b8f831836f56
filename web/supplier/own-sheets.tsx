import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OwnSheetsView } from '#supplier/contract'
import { useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { Acts } from '../parts/form.tsx'
import { PageHead } from '../parts/page.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { OwnQuestion } from './own-question.tsx'
import { useThingName } from './sheet-questions.tsx'
import style from './supplier.module.css'
import type { Person } from './who-answers.tsx'

interface OwnSheetsProps {
  readonly view: OwnSheetsView
  readonly person: Person
  readonly token: string
}

/** A calm list of questions, each saved as it is answered; and a page that says it is enough. */
export function OwnSheets({ view, person, token }: OwnSheetsProps) {
  const t = useWords('supplier')
  const nameOf = useThingName()
  const questions = view.sheets.flatMap((sheet) => sheet.questions)
  const [answered, setAnswered] = useState<ReadonlySet<string>>(
    new Set(questions.filter(({ answer }) => answer).map(({ code }) => code)),
  )
  const [finished, setFinished] = useState(false)
  const { facility } = view
  const figures = { asked: questions.length, answered: answered.size, facility }
  const left = questions.length - answered.size
  // The questions stay on the page while its end is shown, so that nothing typed is lost on the way back.
  return (
    <>
      <div hidden={!finished}>
        <PageHead
          title={t('own.done')}
          lead={t('own.doneLead', figures)}
          basis={left > 0 && t('own.left', { count: left })}
        />
        <Acts>
          <Button onClick={() => setFinished(false)}>{t('own.return')}</Button>
        </Acts>
      </div>
      <div hidden={finished}>
        <PageHead
          title={t('own.title', { facility })}
          lead={<Sentence text={t('own.due')} parts={{ day: <EraDate day={view.sheets[0]?.dueOn ?? ''} /> }} />}
          basis={t('own.howTo')}
        />
        <p className={style.progress} role="status">
          {t('own.progress', figures)}
        </p>
        {[...Map.groupBy(questions, nameOf)].map(([thing, some]) => (
          <section key={thing} aria-label={thing}>
            <h2 className={style.thing}>{thing}</h2>
            {some.map((question) => (
              <OwnQuestion
                key={question.code}
                question={question}
                person={person}
                token={token}
                onSaved={() => setAnswered((before) => new Set([...before, question.code]))}
              />
            ))}
          </section>
        ))}
        <Acts>
          <Button variant="filled" onClick={() => setFinished(true)}>
            {t('own.finish')}
          </Button>
        </Acts>
      </div>
    </>
  )
}
