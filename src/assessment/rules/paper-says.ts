import type { Facility, topics } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { checkInForce } from './paper-in-force.ts'
import { notRecorded, type Rule, voiceOf } from './rule.ts'

/**
 * 6.1.C-2, 6.3.C-3, 6.3.C-5 and the items that ask for one more thing in the rules: a paper in force speaks of the
 * topic. It is known to be silent only where somebody read it and said so.
 */
export function checkPaperSays(kind: 'policy' | 'rules', topic: keyof typeof topics): Rule {
  return (facility, on) => checkTopic(kind, topic, facility, on)
}

function checkTopic(
  kind: 'policy' | 'rules',
  topic: keyof typeof topics,
  facility: Facility,
  on: Day,
): readonly Finding[] {
  const papers = (facility.documents ?? []).filter((paper) => paper.kind === kind)
  const [first] = papers
  const speaking = papers.find(({ topics, lacks }) => topics?.includes(topic) && !lacks?.includes(topic))
  if (speaking) {
    return [
      voiceOf('document', speaking).met('topics', 'topic-written', { topic }),
      checkInForce(speaking, facility, on),
    ]
  }
  if (!first) return [notRecorded(kind)]
  const silent = papers.every(({ lacks }) => lacks?.includes(topic))
  const says = voiceOf('document', first)
  return [
    silent ? says.notMet('lacks', 'topic-lacking', { topic }) : says.unknown('topics', 'topic-unknown', { topic }),
  ]
}
