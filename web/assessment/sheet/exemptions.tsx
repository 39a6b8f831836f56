import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ExemptionView } from '#assessment/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Section } from '../../parts/page.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { useChange } from '../../parts/use-change.ts'
import type { RequirementView } from '../queries.ts'
import attest from './attest.module.css'
import { ProposeForm } from './propose-form.tsx'
import style from './said.module.css'
import { Withdraw } from './withdraw.tsx'

/** 対象外 — why the requirement does not apply here: somebody proposes it, the director approves it. */
export function Exemptions({ view }: { readonly view: RequirementView }) {
  const t = useWords('assessment')
  const { exemptions, may } = view.words
  const [isOpen, setOpen] = useState(false)
  if (exemptions.length === 0 && !may.proposeExemption) return null
  return (
    <div className={exemptions.length === 0 ? 'no-print' : undefined}>
      <Section title={t('exemption')}>
        <p>{t('exemption.what')}</p>
        {exemptions.length > 0 && (
          <ul className={style.said}>
            {exemptions.map((exemption) => (
              <Proposed key={exemption.exemptionId} exemption={exemption} may={may} />
            ))}
          </ul>
        )}
        {may.proposeExemption && (
          <div className={attest.attest}>
            {isOpen ? (
              <ProposeForm requirementId={view.requirement.id} onDone={() => setOpen(false)} />
            ) : (
              <Button onClick={() => setOpen(true)}>{t('exemption.propose')}</Button>
            )}
          </div>
        )}
      </Section>
    </div>
  )
}

interface ProposedProps {
  readonly exemption: ExemptionView
  readonly may: RequirementView['words']['may']
}

function Proposed({ exemption, may }: ProposedProps) {
  const t = useWords('assessment')
  const { exemptionId, reason, proposedBy, proposedOn, approvedBy, approvedOn, reviewOn, withdrawn } = exemption
  const approve = useChange(() => api.post(`/exemptions/${exemptionId}/approval`), t('exemption.approvedNow'))
  const withdraw = useChange(() => api.remove(`/exemptions/${exemptionId}`), t('exemption.withdrawnNow'))
  const mayWithdraw = approvedOn ? may.approveExemption : may.proposeExemption
  return (
    <li data-void={withdrawn || undefined}>
      <p className={style.words}>{reason}</p>
      <p className={style.who}>
        <Sentence
          text={t('exemption.by', { name: proposedBy })}
          parts={{
            day: <EraDate day={proposedOn} weekday={false} />,
            review: <EraDate day={reviewOn} weekday={false} />,
          }}
        />
      </p>
      <p className={style.who}>
        {approvedOn && (
          <Sentence
            text={t('exemption.approved', { name: approvedBy ?? '' })}
            parts={{ day: <EraDate day={approvedOn} weekday={false} /> }}
          />
        )}
        {!approvedOn && !withdrawn && <b>{t('exemption.waiting')}</b>}
        {withdrawn && <b>{t('said.withdrawn')}</b>}
      </p>
      <Problem error={approve.error} />
      {!withdrawn && (
        <p className={style.acts}>
          {may.approveExemption && !approvedOn && (
            <Button variant="filled" loading={approve.isPending} onClick={() => approve.mutate()}>
              {t('exemption.approve')}
            </Button>
          )}
          {mayWithdraw && <Withdraw change={withdraw} consequence={t('exemption.consequence')} />}
        </p>
      )}
    </li>
  )
}
