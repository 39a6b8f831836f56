import type { Counts, State as StateName } from '#assessment/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { State } from '../../parts/state.tsx'
import { countsOf } from '../counts.ts'
import { sectionText } from '../number.tsx'
import type { Section } from '../queries.ts'
import { sectionsIn } from '../rows.ts'
import type { Desk } from '../use-desk.ts'
import { addressOf } from '../view.ts'
import style from './chapter-table.module.css'

const columns: readonly StateName[] = ['not-met', 'unknown', 'met', 'not-applicable']

/** The guideline's chapters and sections with their counts: where the work lies. */
export function ChapterTable({ desk, narrow }: { readonly desk: Desk; readonly narrow?: boolean }) {
  const t = useWords('assessment')
  const { chapters, assessment, view } = desk
  const ours = assessment.requirements.filter(({ kind }) => kind === view.kind)
  const countsIn = (place: string) => {
    const sections = sectionsIn(chapters, place)
    return countsOf(ours.filter(({ section }) => sections.has(section)))
  }
  const filled = (section: Section) => ours.some((requirement) => requirement.section === section.id)
  return (
    <nav aria-label={t('chapters')}>
      <table className={style.chapters} data-narrow={narrow || undefined}>
        <caption className="visually-hidden">{t('chapters')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chapter')}</th>
            {columns.map((state) => (
              <th key={state} scope="col" data-state={state}>
                <State state={state} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line desk={desk} counts={countsOf(ours)} />
        </tbody>
        {chapters.map((chapter) => {
          const sections = chapter.sections.filter(filled)
          if (sections.length === 0) return null
          const alone = sections.length === 1 && sections[0]?.id === chapter.id
          return (
            <tbody key={chapter.id}>
              <Line desk={desk} place={chapter} counts={countsIn(chapter.id)} heading={!alone} />
              {!alone && sections.map((one) => <Line key={one.id} desk={desk} place={one} counts={countsIn(one.id)} />)}
            </tbody>
          )
        })}
      </table>
    </nav>
  )
}

interface LineProps {
  readonly desk: Desk
  /** Absent for the line of all chapters together. */
  readonly place?: Section
  readonly counts: Counts
  readonly heading?: boolean
}

function Line({ desk, place, counts, heading }: LineProps) {
  const t = useWords('assessment')
  const say = useBilingual()
  const language = useLanguage()
  const isChosen = desk.view.place === place?.id
  return (
    <tr data-chosen={isChosen || undefined} data-heading={heading || undefined} data-all={!place || undefined}>
      <th scope="row">
        <Go
          href={addressOf({ ...desk.view, place: place?.id, typed: '' })}
          aria-current={isChosen ? 'true' : undefined}
        >
          {place && <span className={style.number}>{sectionText(place.id, language)}</span>}
          <span className={style.name}>{place ? say(place.title) : t('chapters.all')}</span>
        </Go>
      </th>
      {columns.map((state) => (
        <td key={state} data-state={state}>
          {counts[state] > 0 && counts[state]}
        </td>
      ))}
    </tr>
  )
}
