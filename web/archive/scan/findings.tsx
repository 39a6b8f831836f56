import { findingLine, type ScanFinding } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import style from './scan.module.css'

/** 所見 — what stands against a scan, what stops it first. */
export function Findings({ findings }: { readonly findings: readonly ScanFinding[] }) {
  const t = useWords('scan')
  const language = useLanguage()
  if (findings.length === 0) return null
  const stops = findings.some(({ weight }) => weight === 'stops')
  const shown = findings.toSorted((one, other) => Number(one.weight === 'asks') - Number(other.weight === 'asks'))
  return (
    <div className={style.findings} role="alert">
      <b>{t(stops ? 'findings.stop' : 'findings.ask')}</b>
      <FindingLines findings={shown} language={language} />
    </div>
  )
}

interface FindingLinesProps {
  readonly findings: readonly ScanFinding[]
  readonly language: 'ja' | 'en'
}

export const FindingLines = ({ findings, language }: FindingLinesProps) => (
  <ul>
    {findings.map((one) => (
      <li key={`${one.code} ${one.page ?? ''}`}>{findingLine(one, language)}</li>
    ))}
  </ul>
)
