import type { Edition } from '@omamori/guideline'
import type { TaskView } from '#task/contract'
import type { Language } from '../contract.ts'
import type { RequirementChange, SnapshotComparison } from './compare-snapshots.ts'
import { doneBetween } from './done-between.ts'
import type { ComparisonView, SnapshotView } from './wire.ts'
import { sayDone, sayWhy } from './words/say-why.ts'
import { changeNames } from './words/words.ts'

/** The public form of a comparison: what is the same is counted, everything else has its reasons in sentences. */
export function presentComparison(
  compared: SnapshotComparison & { readonly views: { readonly before: SnapshotView; readonly after: SnapshotView } },
  edition: Edition,
  language: Language,
  tasks: readonly TaskView[] = [],
): ComparisonView {
  const titles = new Map(edition.requirements.map(({ id, title }) => [id, title[language]]))
  const questions = new Map(edition.facts.map(({ key, question }) => [key, question[language]]))
  return {
    ...compared.views,
    totals: { C: { ...compared.totals.C }, D: { ...compared.totals.D } },
    requirements: compared.requirements
      .filter(({ change }) => change !== 'same')
      .map(({ why, ...rest }) => ({
        ...rest,
        title: titles.get(rest.id) ?? rest.id,
        changeName: changeNames[rest.change][language],
        why: [
          ...saidDone(rest, tasks, compared.views, language),
          ...new Set(why.map((one) => sayWhy(one, language, (fact) => questions.get(fact) ?? fact))),
        ],
      })),
  }
}

/** What became better has somebody's work behind it, where the plan has a task for it that was done in between. */
function saidDone(
  { id, change }: Pick<RequirementChange, 'id' | 'change'>,
  tasks: readonly TaskView[],
  { before, after }: { readonly before: SnapshotView; readonly after: SnapshotView },
  language: Language,
): readonly string[] {
  if (change !== 'better') return []
  const done = doneBetween(tasks, id, { after: before.takenOn, until: after.takenOn })
  return done.map(({ title, closedOn = '' }) => sayDone(title, closedOn, language))
}
