import type { PresentedRequirement } from '#assessment/contract'
import { useWords } from '../app/i18n.ts'
import { decidingFinding, decidingWord } from './deciding.ts'

/** Why it stands as it does, in a sentence: the finding that decides, a person's word, or the reason. */
export function useWhy(): (requirement: PresentedRequirement) => string {
  const t = useWords('assessment')
  return (requirement) => {
    const finding = decidingFinding(requirement)
    const word = decidingWord(requirement)
    if (word && requirement.decidedBy !== 'rule')
      return t('why.word', { name: word.by ?? '', statement: word.statement ?? '' })
    // What is missing, and that somebody has been asked for it already.
    if (finding && requirement.reason === 'supplier-asked') return `${finding.sentence} ${requirement.reasonSentence}`
    return finding?.sentence ?? requirement.reasonSentence ?? ''
  }
}
