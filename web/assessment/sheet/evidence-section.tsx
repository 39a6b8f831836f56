import type { PresentedRequirement } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Section } from '../../parts/page.tsx'
import { saysAWord } from '../next-step.ts'
import type { RequirementView } from '../queries.ts'
import type { Gap } from '../rows.ts'
import { Attest } from './attest.tsx'
import { Attestations } from './attestations.tsx'
import table from './table.module.css'
import { Thing } from './thing.tsx'

type Evidence = PresentedRequirement['evidence'][number]

interface EvidenceSectionProps {
  readonly view: RequirementView
  readonly gap: Gap | undefined
}

/** 証拠 — what the state rests on, how strong that is and how long it counts; and what people may add. */
export function EvidenceSection({ view, gap }: EvidenceSectionProps) {
  const t = useWords('assessment')
  const { judged, words } = view
  const isWaiting = gap?.requirementId === view.requirement.id && saysAWord(gap.action.code)
  if (judged.evidence.length === 0 && words.attestations.length === 0 && judged.decidedBy === 'children') return null
  return (
    <Section title={t('evidence')} id="evidence">
      {judged.evidence.length > 0 ? <EvidenceTable evidence={judged.evidence} /> : <p>{t('evidence.none')}</p>}
      <Attestations view={view} />
      {words.may.attest && <Attest requirementId={view.requirement.id} isWaiting={isWaiting} />}
    </Section>
  )
}

function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const t = useWords('assessment')
  return (
    <table className={table.table}>
      <caption className="visually-hidden">{t('evidence')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('evidence.thing')}</th>
          <th scope="col">{t('evidence.kind')}</th>
          <th scope="col">{t('evidence.taken')}</th>
          <th scope="col">{t('evidence.until')}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((each) => (
          <EvidenceRow
            key={each.attestationId ?? `${each.about?.kind} ${each.about?.id} ${each.about?.field}`}
            evidence={each}
          />
        ))}
      </tbody>
    </table>
  )
}

function EvidenceRow({ evidence }: { readonly evidence: Evidence }) {
  const t = useWords('assessment')
  // What is neither a fact nor a word is the director's approval of a reason.
  const isApproval = evidence.kind === 'attestation' && evidence.attestationId === undefined
  const { about, source, statement, supplier, by, takenOn, validUntil, expired } = evidence
  const who = [supplier, by].filter((name) => name !== undefined).join('　')
  return (
    <tr data-void={expired || undefined}>
      <th scope="row">
        {about ? <Thing about={about} withField /> : statement}
        {who && <small className={table.note}>{who}</small>}
        {expired && <small className={table.note}>{t('evidence.expired')}</small>}
      </th>
      <td data-title={t('evidence.kind')}>
        {isApproval ? t('source.approval') : t(`source.${source}`)}
        {source === 'statement' && !isApproval && <small className={table.note}>{t('evidence.weak')}</small>}
      </td>
      <td data-title={t('evidence.taken')} className={table.day}>
        <EraDate day={takenOn} weekday={false} />
      </td>
      <td data-title={t('evidence.until')} className={table.day}>
        <EraDate day={validUntil} weekday={false} />
      </td>
    </tr>
  )
}
