import { type Facility, suppliersKnow } from '#registry/contract'
import type { FactReference, Finding, Gap, JudgedRequirement, Reason } from './contract.ts'
import { supplierOf } from './responsible.ts'
import type { ActionCode, NotMetCode, UnknownCode } from './words/codes.ts'

type Action = Gap['action']

const forReason: Readonly<Partial<Record<Reason, ActionCode>>> = {
  'applicability-unknown': 'answer-question',
  'needs-person': 'confirm-in-person',
  'needs-attestation': 'attest',
  'another-part': 'attest',
  'attestation-expired': 'renew-attestation',
}

const forUnknown: Readonly<Record<UnknownCode, ActionCode>> = {
  'day-in-future': 'correct-day',
  'diagram-unknown': 'draw-diagram',
  'facts-disputed': 'confirm-facts',
  'facts-in-future': 'confirm-facts',
  'facts-stale': 'confirm-facts',
  'kept-contents-unseen': 'check-contents',
  'kept-copies-old': 'copy-records',
  'kept-formats-at-risk': 'convert-formats',
  'kept-look-old': 'check-contents',
  'kept-media-on-their-way': 'find-receipts',
  'kept-proxies-waiting': 'approve-proxies',
  'limit-missing': 'set-limit',
  missing: 'record-fact',
  'not-recorded': 'record-items',
  'reference-unknown': 'correct-reference',
  'risk-not-recorded': 'analyse-risk',
  'threat-not-analysed': 'analyse-threat',
  'topic-unknown': 'read-paper',
}

/** The one step that brings a gap closer to its end: what the worst finding asks for, or what is waited for. */
export function actionFor(requirement: JudgedRequirement, worst: Finding | undefined, facility: Facility): Action {
  const { reason, asks = [] } = requirement
  const waiting = reason && forReason[reason]
  if (waiting === 'answer-question') return { code: waiting, facts: asks[0] === undefined ? {} : { fact: asks[0] } }
  if (waiting || !worst) return { code: waiting ?? 'attest', facts: {} }
  return { code: codeFor(worst, facility), facts: { ...worst.facts, ...figuresOf(worst.about, facility) } }
}

function codeFor({ code, state, about }: Finding, facility: Facility): ActionCode {
  if (state === 'not-met') return code as NotMetCode
  const asked = code === 'missing' && suppliersKnow(about?.kind ?? '', about?.field ?? '') !== undefined
  return asked && supplierOf(facility, about) !== undefined ? 'ask-supplier' : forUnknown[code as UnknownCode]
}

function figuresOf(about: FactReference | undefined, facility: Facility): Action['facts'] {
  if (!about) return {}
  const supplier = supplierOf(facility, about)
  return {
    kind: about.kind,
    name: about.name,
    ...(about.field ? { field: about.field } : {}),
    ...(supplier === undefined ? {} : { supplier }),
  }
}
