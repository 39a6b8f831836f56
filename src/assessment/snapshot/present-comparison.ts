import type { Edition } from '@omamori/guideline'
import type { Language } from '../contract.ts'
import type { SnapshotComparison } from './compare-snapshots.ts'
import type { ComparisonView, SnapshotView } from './wire.ts'
import { sayWhy } from './words/say-why.ts'
import { changeNames } from './words/words.ts'

/** The public form of a comparison: what is the same is counted, everything else has its reasons in sentences. */
export function presentComparison(
  compared: SnapshotComparison & { readonly views: { readonly before: SnapshotView; readonly after: SnapshotView } },
  edition: Edition,
  language: Language,
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
        why: [...new Set(why.map((one) => sayWhy(one, language, (fact) => questions.get(fact) ?? fact)))],
      })),
  }
}
