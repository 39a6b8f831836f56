import type { PresentedRequirement } from '#assessment/contract'
import { type Language, useLanguage, useWords } from '../app/i18n.ts'
import { Mark } from '../parts/mark.tsx'
import style from './number.module.css'

/** The guideline writes 付則 into the name of a section; English says what it is. */
export function sectionText(section: string, language: Language): string {
  return language === 'en' ? section.replace(/^付則/, 'Appendix ') : section
}

type Numbered = Pick<PresentedRequirement, 'section' | 'kind'> & {
  readonly printedNumber: { readonly text: string; readonly confidence: string }
}

/** 番号 — section and number, marked where it was not seen in the official document. */
export function RequirementNumber({ requirement }: { readonly requirement: Numbered }) {
  const t = useWords('assessment')
  const { section, kind, printedNumber } = requirement
  return (
    <span className={style.number}>
      {sectionText(section, useLanguage())} {printedNumber.text}
      {kind === 'D' && <span className={style.kind}>{t('kind.D')}</span>}
      {printedNumber.confidence !== 'seen' && <Mark />}
    </span>
  )
}
