import { factAddress, questionAddress } from './fact-address.ts'
import type { Gap } from './rows.ts'

/** Where the step of a gap is taken: at a fact, at a question, among the questions to suppliers, in the form on this page, or at a sub-item's page. */
export type Step =
  | { readonly kind: 'fact'; readonly name: string; readonly href: string }
  | { readonly kind: 'question'; readonly href: string }
  | { readonly kind: 'supplier'; readonly href: string }
  | { readonly kind: 'attest' }

export function stepOf({ action, about }: Gap): Step {
  const { fact } = action.facts
  if (action.code === 'answer-question' && typeof fact === 'string')
    return { kind: 'question', href: questionAddress(fact) }
  if (action.code === 'ask-supplier') return { kind: 'supplier', href: '/suppliers' }
  if (about && !saysAWord(action.code)) return { kind: 'fact', name: about.name, href: factAddress(about) }
  return { kind: 'attest' }
}

/** Steps that end with a person's word. */
export const saysAWord = (code: string) => ['attest', 'confirm-in-person', 'renew-attestation'].includes(code)
