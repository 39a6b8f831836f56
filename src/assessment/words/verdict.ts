import type { Language } from './told.ts'

/** 見立て — how it stands, in one of four ways. */
export type Verdict =
  | { readonly code: 'act'; readonly count: number }
  | { readonly code: 'find-out'; readonly count: number }
  | { readonly code: 'in-order' }
  | { readonly code: 'nothing-recorded' }

/** The one sentence for the director. */
export function sayVerdict(verdict: Verdict, language: Language): string {
  switch (verdict.code) {
    case 'act':
      return language === 'en'
        ? `${verdict.count} things need to be put right.`
        : `直すことが${verdict.count}${counterOf(verdict.count)}あります。`
    case 'find-out':
      return language === 'en'
        ? `${verdict.count} minimum items are not known yet. Nothing was found to fall short so far.`
        : `まだ分からないことが${verdict.count}項目あります。`
    case 'in-order':
      return language === 'en' ? 'All minimum items are met.' : '最低限の項目は、すべて適合です。'
    case 'nothing-recorded':
      return language === 'en'
        ? 'Nothing can be said yet. Begin with the registry.'
        : 'まだ何も分かっていません。台帳から始めましょう。'
  }
}

/** Japanese counts one to nine things in its own way. */
function counterOf(count: number): string {
  return count < 10 ? 'つ' : '件'
}
