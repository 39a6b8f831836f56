import type { AnswerView, GivenAnswer } from '#supplier/contract'

/** An answer while it is written. */
export type Draft = Pick<GivenAnswer, 'value' | 'note'> & { readonly verdict?: GivenAnswer['verdict'] }

export const draftOf = (answer: AnswerView | undefined): Draft =>
  answer ? { verdict: answer.verdict, value: answer.value as Draft['value'], note: answer.note } : {}

/** Whether there is enough of it to be sent: a value, or a word that there is none; and a reason where one is due. */
export function isWhole({ verdict, value, note }: Draft): boolean {
  if (verdict === 'not-concerned') return (note ?? '').trim() !== ''
  if (verdict === 'not-known') return true
  return verdict === 'value' && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

/** The answer as it is sent. */
export function sentOf(draft: Draft): Omit<GivenAnswer, 'code'> {
  const { verdict = 'not-known', value, note = '' } = draft
  return {
    verdict,
    ...(verdict === 'value' && { value }),
    ...(note.trim() !== '' && { note: note.trim() }),
  }
}

export const isSameDraft = (a: Draft, b: Draft) => JSON.stringify(sentOf(a)) === JSON.stringify(sentOf(b))
