import { readOr } from '../malformed.ts'
import type { ValidationContext } from '../validation/context.ts'
import { type EvidenceWish, evidenceWanted, evidenceWantedByStamps } from '../validation/evidence-wanted.ts'
import { validateSignature } from '../validation/validate.ts'
import { validateStandalone } from '../validation/validate-time-stamps.ts'
import { type FileQuestion, openFile } from './open-file.ts'

/** What could decide about the signatures and time stamps of a file and is not at hand; nothing for a file that cannot be looked into. */
export function evidenceWantedByFile(question: FileQuestion, context: ValidationContext): readonly EvidenceWish[] {
  return readOr([], () => {
    const opened = openFile(question)
    if (opened === null) return []
    const { signatures, stamps } = opened
    const wanted = signatures.flatMap((one) => evidenceWanted(validateSignature(one.opened, context), context))
    if (stamps === null) return wanted
    const validated = validateStandalone(stamps, context).map((one) => one.validated)
    return [...wanted, ...evidenceWantedByStamps(validated, stamps, context)]
  })
}
