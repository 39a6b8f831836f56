import { actions } from './en-actions.ts'
import { counted, findings } from './en-findings.ts'
import type { Sentences } from './words.ts'

export const en: Sentences = {
  findings,
  actions,
  request: (step) => (/[?.]”$/.test(step) ? step : `${step}.`),
  stale: (seen, t) =>
    `${seen} But that was confirmed on ${t.day('takenOn')}, more than ${counted(t.the('validDays'), 'day')} ago, so it is not known now.`,
  disputed: (seen, t) =>
    `${seen} But that was confirmed on ${t.day('takenOn')}, and the supplier now answers otherwise. Until somebody settles which is right, it is not known.`,
  reasons: {
    'facts-missing': 'The registry lacks something.',
    'supplier-asked': 'The supplier has been asked.',
    'facts-stale': 'The registry was confirmed too long ago.',
    'applicability-unknown': 'It is not known yet whether this applies to the facility.',
    'needs-person': 'The registry is in order. A person has to confirm it.',
    'needs-attestation': "A person's attestation is needed.",
    'attestation-expired': "A person's attestation has expired.",
    'another-part': 'The part that decides this by machine is not there yet. A person may attest it.',
    applicability: 'This does not apply to the facility.',
    retired: 'The guideline no longer asks for this. What was answered is kept.',
    alternative: 'One of these is enough, and another is met.',
    exempted: 'The director has approved a reason why this does not apply.',
    children: 'This is the sum of its sub-items.',
  },
  notice: 'This is a self-assessment, not a certification.',
  staleDispute: (t) =>
    `The registry, not confirmed since ${t.day('staleSince')}, says "${t.the('registered')}" for ${t.field} of ${t.thing}, but ${t.named('supplier')} answered "${t.the('answered')}" on ${t.day('answeredOn')}. Neither counts until somebody settles it.`,
  dispute: (t) =>
    `The registry says "${t.the('registered')}" for ${t.field} of ${t.thing}, but ${t.named('supplier')} answered "${t.the('answered')}" on ${t.day('answeredOn')}. The registry counts.`,
  contradiction: (t) =>
    `The question ${t.has('question') ? t.named('question') : ''} was answered no, but the registry holds ${t.thing}. The registry counts.`,
}
