import { NativeSelect } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { PrintButton } from '../parts/data-table.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { GoButton, useGo } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { hasField, kindOf } from './kind-groups.ts'
import { KindTable, type Row } from './kind-table.tsx'
import { NEW_ITEM } from './new-item-page.tsx'
import { type Entry, useRegistry } from './queries.ts'
import style from './registry.module.css'
import { SheetPage } from './sheet/sheet-page.tsx'
import { type Lack, lacks, lacksOf, lacksOwner, validDays } from './standing.ts'

/** All items of one kind: how they stand in a sentence, then the table. */
export function KindPage({ kind }: { readonly kind: Entry['kind'] }) {
  const { view } = useSearch({ strict: false })
  return view === 'sheet' ? <SheetPage kind={kind} /> : <ListPage kind={kind} />
}

function ListPage({ kind }: { readonly kind: Entry['kind'] }) {
  const t = useWords('registry')
  const say = useBilingual()
  const registry = useRegistry()
  const { today } = useSession()
  const { lack } = useSearch({ strict: false })
  const words = say(kindOf(kind).words)
  const rows = registry.items
    .filter((each) => each.kind === kind)
    .map((entry) => ({ entry, lacks: lacksOf(entry, registry, today) }))
  const shown = isLack(lack) ? rows.filter((row) => row.lacks.includes(lack)) : rows
  const withOwner = rows.filter((row) => !lacksOwner(row.lacks)).length
  const stale = rows.filter((row) => row.lacks.includes('stale')).length
  const days = validDays(registry)
  return (
    <>
      <PageHead
        title={<Headline kind={kind} rows={rows} />}
        windowTitle={words}
        lead={
          hasField(kind, 'ownerId') && rows.length > 0 ? t('kind.owned', { all: rows.length, withOwner }) : undefined
        }
        basis={rows.length > 0 ? t('kind.fresh', { all: rows.length, fresh: rows.length - stale, days }) : undefined}
      >
        {rows.length > 0 && <PrintButton />}
        {registry.may.change && <GoButton href={`/registry/${kind}?view=sheet`}>{t('sheet.open')}</GoButton>}
        {registry.may.change && (
          <GoButton href={`/registry/${kind}/${NEW_ITEM}`} variant="filled">
            {t('kind.add', { kind: words })}
          </GoButton>
        )}
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState why={t('kind.empty', { kind: words })} gain={t('kind.emptyGain')} />
      ) : (
        <KindTable kind={kind} rows={shown}>
          <LackFilter kind={kind} lack={lack} rows={rows} />
        </KindTable>
      )}
    </>
  )
}

const isLack = (text: string | undefined): text is Lack => lacks.includes(text as Lack)

/** What to do first, said by name; otherwise simply what the table is of. */
function Headline({ kind, rows }: { readonly kind: Entry['kind']; readonly rows: readonly Row[] }) {
  const t = useWords('registry')
  const say = useBilingual()
  const worst = lacks.find((lack) => lack !== 'stale' && rows.some((row) => row.lacks.includes(lack)))
  const first = worst && rows.find((row) => row.lacks.includes(worst))?.entry
  if (!first || worst === 'stale') return say(kindOf(kind).words)
  return t(`kind.first.${worst}`, { name: String(first.item.name ?? first.id) })
}

interface LackFilterProps {
  readonly kind: Entry['kind']
  readonly lack: string | undefined
  readonly rows: readonly Row[]
}

function LackFilter({ kind, lack, rows }: LackFilterProps) {
  const t = useWords('registry')
  const go = useGo()
  const there = lacks.filter((each) => rows.some((row) => row.lacks.includes(each)))
  if (there.length === 0) return null
  return (
    <NativeSelect
      className={style.filter}
      aria-label={t('kind.filter')}
      value={isLack(lack) ? lack : ''}
      onChange={({ currentTarget: { value } }) => go(`/registry/${kind}${value ? `?lack=${value}` : ''}`)}
    >
      <option value="">{t('kind.all')}</option>
      {there.map((each) => (
        <option key={each} value={each}>
          {t('kind.only', { lack: t(`lack.${each}`), count: rows.filter((row) => row.lacks.includes(each)).length })}
        </option>
      ))}
    </NativeSelect>
  )
}
