import { type Caller, demand } from '#access'
import { compile, dayInFewWords, dayInWords, type PaperLanguage, printable, shortened } from '#paper'
import { type Day, dayOf } from '#shared'
import { type FacilityFacts, type Ground, scopeOf } from '../../ground.ts'
import { endingLine } from '../../period-words.ts'
import type { DestructionView } from '../../wire.ts'
import { readDestruction } from '../read-destructions.ts'
import { wordsIn } from './words.ts'

const template = new URL('./template/destruction.typ', import.meta.url)

// The head of each page has one line.
const FACILITY_IN_HEAD = 36

/** 廃棄の一覧・廃棄証明書 — before: the list to approve and to sign; afterwards: the proof. */
export async function printDestruction(
  ground: Ground,
  caller: Caller,
  destructionId: string,
  language: PaperLanguage,
): Promise<Uint8Array> {
  demand(caller, 'retention.read')
  const facility = await ground.facility(scopeOf(caller))
  const view = await readDestruction(ground, caller, destructionId)
  return setDestruction(view, { facility, on: dayOf(ground.clock.now()), language })
}

export interface Letterhead {
  readonly facility: Pick<FacilityFacts, 'name' | 'sample'>
  readonly on: Day
  readonly language: PaperLanguage
}

/** The same input, the same bytes. */
export function setDestruction(view: DestructionView, { facility, on, language }: Letterhead): Promise<Uint8Array> {
  const words = wordsIn(language)
  const title = { proposed: words.proposal, 'carried-out': words.certificate, withdrawn: words.withdrawn }[view.state]
  return compile(template, {
    ...{ language, title, on, lead: words.lead[view.state] },
    words: { selfAssessment: words.foot, sign: words.sign },
    frame: {
      sample: facility.sample ? words.sample : '',
      facility: printable(shortened(facility.name, FACILITY_IN_HEAD)),
      ...{ edition: title, on: dayInWords(on, language) },
    },
    facts: factsOf(view, facility.name, language).map((row) => row.map(setText)),
    list: {
      ...{ title: words.documents(view.items.length), heads: words.heads, shares: [3.2, 2.2, 1.5, 2.6, 2.6, 5.2] },
      rows: view.items.map((item) => rowOf(item, language).map(setText)),
    },
    sign: view.state === 'proposed' ? [1, 2].map((one) => [words.signed(one), words.person, words.day]) : [],
    notes: [words.marked, words.own],
  })
}

function factsOf(view: DestructionView, facility: string, language: PaperLanguage) {
  const words = wordsIn(language)
  const { state, endedBy, endedAt, endReason, backupsUntil } = view
  const dated = (name: string, at: string) => `${name}　${dayInWords(dayOf(at), language)}`
  const backups = backupsUntil ? words.backupsUntil(dayInWords(backupsUntil, language)) : words.backupsUnknown
  const destroyed = [
    [words.how, words.destroyed],
    [words.backups, backups],
  ]
  return [
    [words.facility, facility],
    [words.number, words.numbered(view.number)],
    [words.reason, view.reason],
    [words.proposed, dated(view.proposedBy, view.proposedAt)],
    ...view.approvals.map((approval, index) => [words.approved(index + 1), approvalText(approval, language)]),
    ...(state !== 'proposed' && endedBy && endedAt
      ? [[words.ended[state], [dated(endedBy, endedAt), endReason ?? ''].join('\n')]]
      : []),
    ...(state === 'carried-out' ? destroyed : []),
  ]
}

function approvalText(approval: DestructionView['approvals'][number], language: PaperLanguage): string {
  const { name, organisation, approvedOn, writtenBy } = approval
  const day = dayInWords(approvedOn, language)
  if (organisation === undefined) return `${name}　${day}`
  return `${organisation} ${name}　${day}\n${wordsIn(language).approvedOutside(writtenBy)}`
}

function rowOf(item: DestructionView['items'][number], language: PaperLanguage): readonly string[] {
  const { documentId, kind, standing, storedOn, endsOn, endings } = item
  return [
    documentId,
    kind[language],
    wordsIn(language).standings[standing],
    dayInFewWords(storedOn, language),
    dayInFewWords(endsOn, language),
    endings.map((ending) => endingLine(ending, language)).join('\n'),
  ]
}

/** Text from outside, line by line. */
const setText = (text: string): string => text.split('\n').map(printable).join('\n')
