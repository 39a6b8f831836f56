import { NativeSelect } from '@mantine/core'
import type { PlanRowView, PlanView } from '#assessment/contract'
import { taskStates } from '#task/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { useGo } from '../../parts/go.tsx'
import { sectionText } from '../number.tsx'
import style from './plan.module.css'
import { chaptersOf, matching, NO_OWNER, namedIn, type PlanChoice, planAddress, shownNames } from './view.ts'

interface FiltersProps {
  readonly plan: PlanView
  readonly choice: PlanChoice
}

/** Whose tasks, of which supplier, how far, in which section: each choice is a box and stands in the address. */
export function Filters({ plan: { rows }, choice }: FiltersProps) {
  const t = useWords('plan')
  const say = useBilingual()
  const language = useLanguage()
  const shown = (name: (typeof shownNames)[number]) =>
    name === 'unclosed' || name === 'late' || name === 'all' ? t(`shown.${name}`) : say(taskStates[name])
  const count = (name: (typeof shownNames)[number]) => matching(rows, { ...choice, shown: name }).length
  return (
    <search className={style.filters}>
      <Box
        label={t('filter.state')}
        value={choice.shown}
        data={shownNames.map((name) => ({ value: name, label: `${shown(name)} ${count(name)}` }))}
        next={(value) => ({ ...choice, shown: shownNames.find((name) => name === value) ?? 'unclosed' })}
      />
      <Box
        label={t('filter.owner')}
        value={choice.owner ?? ''}
        data={[
          { value: '', label: t('filter.all') },
          ...namedIn(rows, 'owner').map(({ id, name }) => ({ value: id, label: name })),
          { value: NO_OWNER, label: t('nobody') },
        ]}
        next={(owner) => ({ ...choice, owner: owner || undefined })}
      />
      <Box
        label={t('filter.supplier')}
        value={choice.supplier ?? ''}
        data={[
          { value: '', label: t('filter.all') },
          ...namedIn(rows, 'supplier').map(({ id, name }) => ({ value: id, label: name })),
        ]}
        next={(supplier) => ({ ...choice, supplier: supplier || undefined })}
      />
      <Box
        label={t('filter.chapter')}
        value={choice.chapter ?? ''}
        data={[
          { value: '', label: t('filter.all') },
          ...sectionsIn(rows).map((section) => ({ value: section, label: sectionText(section, language) })),
        ]}
        next={(chapter) => ({ ...choice, chapter: chapter || undefined })}
      />
    </search>
  )
}

interface BoxProps {
  readonly label: string
  readonly value: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly next: (value: string) => PlanChoice
}

function Box({ label, value, data, next }: BoxProps) {
  const go = useGo()
  return (
    <NativeSelect
      label={label}
      data={data}
      value={value}
      onChange={(event) => go(planAddress(next(event.currentTarget.value)))}
    />
  )
}

function sectionsIn(rows: readonly PlanRowView[]): readonly string[] {
  const { compare } = new Intl.Collator('ja', { numeric: true })
  return [...new Set(rows.flatMap(chaptersOf))].filter((section) => section !== '').toSorted(compare)
}
