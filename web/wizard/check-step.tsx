import { useState } from 'react'
import type { AnyItem } from '#registry/contract'
import { type Say, useWords } from '../app/i18n.ts'
import { type Answer, answerFrom, learntBy } from './answers.ts'
import { ChoiceList } from './choice-list.tsx'
import { type Change, changesFor, ofKind } from './items.ts'
import type { StepProps } from './page.tsx'
import type { Registry } from './queries.ts'
import type { Question } from './questions.ts'
import { StepFrame } from './step-frame.tsx'

/** A question with boxes to tick; the things it names go into the registry. */
export function CheckStep({ question, index, registry }: StepProps & { readonly registry: Registry }) {
  const t = useWords('wizard')
  const [answer, setAnswer] = useState(() => startOf(question, registry))
  const outcome = () => ({
    practices: learntBy(question, answer),
    changes: (now: Registry) => changesOf(question, answer, now, t),
  })
  return (
    <StepFrame question={question} index={index} outcome={outcome}>
      <ChoiceList question={question} answer={answer} onChange={setAnswer} />
    </StepFrame>
  )
}

function startOf(question: Question, registry: Registry): Answer {
  const answer = answerFrom(question, registry.practices.answers)
  if (question.id === 'systems') return { ...answer, ...kindsThere(registry, 'system') }
  if (question.id === 'outside' && ofKind(registry, 'connection').some(({ id }) => id === 'internet')) {
    return { ...answer, internet: 'yes' }
  }
  return answer
}

function kindsThere(registry: Registry, kind: 'system'): Answer {
  return Object.fromEntries(
    ofKind(registry, kind).flatMap(({ item }) => ('kind' in item && item.kind ? [[item.kind, 'yes' as const]] : [])),
  )
}

function changesOf(question: Question, answer: Answer, registry: Registry, t: Say<'wizard'>): readonly Change[] {
  switch (question.id) {
    case 'systems':
      return changesFor(registry, 'system', answer, systemItems(question, t))
    case 'outside':
      return changesFor(registry, 'connection', answer, connectionItems(t))
    case 'devices':
      return changesFor(registry, 'wireless', answer, { wifi: { id: 'wifi', name: t('item.wireless') } })
    default:
      return []
  }
}

const systemKinds = ['emr', 'receipt', 'pacs', 'laboratory', 'eligibility', 'pharmacy', 'reservation'] as const

function systemItems(question: Question, t: Say<'wizard'>): Readonly<Record<string, AnyItem>> {
  const named = systemKinds.filter((kind) => question.choices.some(({ key }) => key === kind))
  return Object.fromEntries(named.map((kind) => [kind, { id: kind, name: t(`systems.${kind}`), kind }]))
}

const connectionKinds = {
  internet: 'internet',
  closed: 'closed-network',
  remote: 'remote-maintenance',
  vpn: 'site-to-site-vpn',
  staff: 'staff-remote',
  patients: 'patient-access',
} as const

function connectionItems(t: Say<'wizard'>): Readonly<Record<string, AnyItem>> {
  const keys = Object.keys(connectionKinds) as (keyof typeof connectionKinds)[]
  return Object.fromEntries(
    keys.map((key) => [key, { id: connectionKinds[key], name: t(`item.${key}`), kind: connectionKinds[key] }]),
  )
}
