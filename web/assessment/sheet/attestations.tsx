import type { AttestationView } from '#assessment/contract'
import { api, apiUrl } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { useChange } from '../../parts/use-change.ts'
import type { RequirementView } from '../queries.ts'
import style from './said.module.css'
import { Withdraw } from './withdraw.tsx'

/** 申告 — what people said about the requirement, newest first; what was withdrawn stays readable. */
export function Attestations({ view }: { readonly view: RequirementView }) {
  const t = useWords('assessment')
  const { attestations, may } = view.words
  if (attestations.length === 0) return null
  return (
    <>
      <h3 className={style.heading}>{t('said')}</h3>
      <ul className={style.said}>
        {attestations.map((attestation) => (
          <Said key={attestation.attestationId} attestation={attestation} mayWithdraw={may.attest} />
        ))}
      </ul>
    </>
  )
}

interface SaidProps {
  readonly attestation: AttestationView
  readonly mayWithdraw: boolean
}

function Said({ attestation, mayWithdraw }: SaidProps) {
  const t = useWords('assessment')
  const { attestationId, statement, by, attestedOn, validUntil, hasProof, withdrawn } = attestation
  const withdraw = useChange(() => api.remove(`/attestations/${attestationId}`), t('said.withdrawnNow'))
  return (
    <li data-void={withdrawn || undefined}>
      <p className={style.words}>{statement}</p>
      <p className={style.who}>
        <Sentence
          text={t('said.by', { name: by })}
          parts={{
            day: <EraDate day={attestedOn} weekday={false} />,
            until: <EraDate day={validUntil} weekday={false} />,
          }}
        />
        {withdrawn && <b> {t('said.withdrawn')}</b>}
      </p>
      <p className={style.acts}>
        {hasProof && (
          <a href={apiUrl(`/attestations/${attestationId}/proof`)} download>
            {t('said.proof')}
          </a>
        )}
        {mayWithdraw && !withdrawn && <Withdraw change={withdraw} consequence={t('said.consequence')} />}
      </p>
    </li>
  )
}
