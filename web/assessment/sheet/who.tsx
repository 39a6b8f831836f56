import type { FactReference } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import type { RequirementView } from '../queries.ts'
import { useResponsible } from '../responsible.ts'
import type { Desk } from '../use-desk.ts'
import style from './who.module.css'

interface WhoProps {
  readonly desk: Desk
  readonly view: RequirementView
  readonly about: FactReference | undefined
}

// What puts a requirement out of consideration has decided it, whoever would have decided otherwise.
const waysOut: Readonly<Record<string, 'approval' | 'answers'>> = { exempted: 'approval', applicability: 'answers' }

/** Who has it in hand, and when and how it was judged. */
export function Who({ desk, view, about }: WhoProps) {
  const t = useWords('assessment')
  const responsible = useResponsible()(about)
  const { requirement, judged } = view
  return (
    <dl className={style.who}>
      {responsible && (
        <div>
          <dt>{t('who.owner')}</dt>
          <dd>{responsible === 'nobody' ? t('owner.nobody') : responsible.name}</dd>
        </div>
      )}
      {requirement.roles.length > 0 && (
        <div>
          <dt>{t('who.roles')}</dt>
          <dd>{requirement.roles.join(t('list.and'))}</dd>
        </div>
      )}
      <div>
        <dt>{t('who.judged')}</dt>
        <dd>
          <Sentence
            text={t(`decided.${waysOut[judged.reason ?? ''] ?? judged.decidedBy}`)}
            parts={{ day: <EraDate day={desk.assessment.on} weekday={false} /> }}
          />
        </dd>
      </div>
    </dl>
  )
}
