import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { Go, useGo } from '../../parts/go.tsx'
import { countOf, countsOf } from '../counts.ts'
import { sectionText } from '../number.tsx'
import type { Desk } from '../use-desk.ts'
import { addressOf, type Shown, shownChoices } from '../view.ts'
import style from './filters.module.css'
import { useTyped } from './use-typed.ts'

/** What the list shows. On narrow places the choices are boxes that open, on wide ones they lie open. */
export function Filters({ desk, narrow }: { readonly desk: Desk; readonly narrow?: boolean }) {
  return (
    <search className={style.filters} data-narrow={narrow || undefined}>
      <ChapterChoice desk={desk} />
      <StateChoice desk={desk} narrow={narrow} />
      <MineChoice desk={desk} />
      <SearchBox desk={desk} />
    </search>
  )
}

/** Stands in for the table of chapters where there is no room for it. */
function ChapterChoice({ desk }: { readonly desk: Desk }) {
  const t = useWords('assessment')
  const say = useBilingual()
  const language = useLanguage()
  const go = useGo()
  const { view, chapters, assessment } = desk
  const filled = (section: string) =>
    assessment.requirements.some((one) => one.section === section && one.kind === view.kind)
  return (
    <NativeSelect
      className={style.chapter}
      aria-label={t('chapter')}
      value={view.place ?? ''}
      onChange={(event) => go(addressOf({ ...view, place: event.currentTarget.value || undefined }))}
    >
      <option value="">{t('chapters.all')}</option>
      {chapters.map(({ id, title, sections }) => {
        const places = sections.filter((section) => filled(section.id))
        return places.length === 0 ? null : (
          <optgroup key={id} label={`${sectionText(id, language)} ${say(title)}`}>
            {places.map((section) => (
              <option key={section.id} value={section.id}>
                {sectionText(section.id, language)} {say(section.title)}
              </option>
            ))}
          </optgroup>
        )
      })}
    </NativeSelect>
  )
}

function StateChoice({ desk, narrow }: { readonly desk: Desk; readonly narrow: boolean | undefined }) {
  const t = useWords('assessment')
  const go = useGo()
  const { view } = desk
  const counts = countsOf(desk.inAllStates)
  const text = (shown: Shown) => t(`shown.${shown}`, { count: countOf(counts, shown) })
  const addressFor = (shown: Shown) => addressOf({ ...view, shown }, desk.opened?.id)
  return (
    <>
      <NativeSelect
        className={narrow ? undefined : style.stateBox}
        aria-label={t('shown')}
        value={view.shown}
        onChange={(event) => go(addressFor(event.currentTarget.value as Shown))}
      >
        {shownChoices.map((shown) => (
          <option key={shown} value={shown}>
            {text(shown)}
          </option>
        ))}
      </NativeSelect>
      {!narrow && (
        <ul className={style.chips} aria-label={t('shown')}>
          {shownChoices.map((shown) => (
            <li key={shown}>
              <Go href={addressFor(shown)} aria-current={view.shown === shown ? 'true' : undefined}>
                {text(shown)}
              </Go>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** わたしの担当 — what falls to the reader, as the person of the registry they are and by their posts. */
function MineChoice({ desk }: { readonly desk: Desk }) {
  const t = useWords('assessment')
  const go = useGo()
  const { view, opened } = desk
  return (
    <Checkbox
      label={t('mine')}
      checked={view.mine === true}
      onChange={(event) => go(addressOf({ ...view, mine: event.currentTarget.checked }, opened?.id))}
    />
  )
}

function SearchBox({ desk }: { readonly desk: Desk }) {
  const t = useWords('assessment')
  const [typed, type] = useTyped(desk.view, desk.opened?.id)
  return (
    <TextInput
      className={style.search}
      type="search"
      aria-label={t('search')}
      placeholder={t('search.example')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
