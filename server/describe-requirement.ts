import { type Edition, markWords, questionsAbout, requirement, termsIn } from '@omamori/guideline'
import { z } from 'zod'
import {
  type present,
  presentedRequirementSchema,
  type RequirementHistory,
  requirementHistoryView,
  requirementWordsView,
} from '#assessment'
import { Refusal } from '#shared'
import { termView } from './routes/guideline.ts'

const qaView = z.object({ number: z.string(), topic: z.string(), gist: z.string(), confidence: z.string() })
export const requirementView = z.object({
  requirement: z.object({
    id: z.string(),
    section: z.string(),
    sectionTitle: z.string(),
    kind: z.enum(['C', 'D']),
    printedNumber: z.object({ text: z.string(), confidence: z.string() }),
    title: z.string(),
    summary: z.string(),
    marks: z.array(z.string()),
    roles: z.array(z.string()),
    evidenceKinds: z.array(z.string()),
    formerTitles: z.array(z.string()),
    /** No longer asked, since when and why; what was answered stays readable. */
    retired: z.object({ since: z.string(), reason: z.string(), replacedBy: z.array(z.string()) }).optional(),
    changedIn52: z.boolean(),
    checkable: z.string(),
    parent: z.object({ id: z.string(), title: z.string() }).optional(),
    officialPage: z.string(),
    pages: z.record(z.string(), z.array(z.int())),
  }),
  judged: presentedRequirementSchema,
  parts: z.array(presentedRequirementSchema),
  gap: z.object({ sentence: z.string(), action: z.string() }).optional(),
  qa: z.array(qaView),
  terms: z.array(termView),
  words: requirementWordsView,
  /** How it stood in each snapshot, newest first. */
  history: requirementHistoryView,
})

/** One requirement with its words, its judgement, its parts, and what the ministry answered about it. */
export function describeRequirement(
  edition: Edition,
  id: string,
  shown: ReturnType<typeof present>,
  said: {
    readonly words: z.infer<typeof requirementWordsView>
    readonly history: RequirementHistory
  },
): z.infer<typeof requirementView> {
  const item = requirement(edition, id)
  const judged = shown.requirements.find((one) => one.id === id)
  if (!item || !judged) throw new Refusal('not-found', { id })
  const { language } = shown
  const parent = item.parent === undefined ? undefined : requirement(edition, item.parent)
  const section = edition.chapters.flatMap(({ sections }) => sections).find((one) => one.id === item.section)
  const gap = shown.gaps.find(({ requirementId }) => requirementId === id)
  const roleNames = new Map(edition.roles.map((role) => [role.id, role.name[language]]))
  const evidenceNames = new Map(edition.evidenceKinds.map((kind) => [kind.key, kind.name[language]]))
  return {
    requirement: {
      id,
      section: item.section,
      sectionTitle: section?.title[language] ?? item.section,
      kind: item.kind,
      printedNumber: item.printedNumber,
      title: item.title[language],
      summary: item.summary[language],
      marks: markWords(edition, item).map((mark) => mark[language]),
      roles: item.roles.map((role) => roleNames.get(role) ?? role),
      evidenceKinds: item.evidenceKinds.map((kind) => evidenceNames.get(kind) ?? kind),
      formerTitles: (item.formerTitles ?? []).map((title) => title[language]),
      retired: item.retired && {
        since: item.retired.since,
        reason: item.retired.reason[language],
        replacedBy: [...(item.retired.replacedBy ?? [])],
      },
      changedIn52: item.changedIn52,
      checkable: item.checkable,
      parent: parent && { id: parent.id, title: parent.title[language] },
      officialPage: edition.officialPage,
      pages: Object.fromEntries(Object.entries(item.source.places ?? {}).map(([key, pages]) => [key, [...pages]])),
    },
    judged,
    parts: shown.requirements.filter(({ parent }) => parent === id),
    gap: gap && { sentence: gap.sentence, action: gap.action.sentence },
    qa: [...new Set([...questionsAbout(edition, id)])].map(({ number, topic, gist, confidence }) => ({
      number,
      topic: topic[language],
      gist: gist[language],
      confidence,
    })),
    terms: termsIn(edition, `${item.title.ja}\n${item.summary.ja}`).map((term) => termView.parse(term)),
    ...said,
  }
}
