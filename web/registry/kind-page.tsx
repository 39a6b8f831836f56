import { NativeSelect } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useBilingual, useWords } from '../app/i18n.ts'
import { PrintButton } from '../parts/data-table.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { GoButton, useGo } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { useAsOf, useRegistryDay } from './as-of.ts'
import { ChargeButton } from './charge-button.tsx'
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
  const { may } = useRegistry()
  return view === 'sheet' && may.change ? <SheetPage kind={kind} /> : <ListPage kind={kind} />
}

function ListPage({ kind }: { readonly kind: Entry['kind'] }) {
  const t = useWords('registry')
  const say = useBilingual()
  const registry = useRegistry()
  const today = useRegistryDay()
  const past = useAsOf()
  const { lack, site } = useSearch({ strict: false })
  const words = say(kindOf(kind).words)
  const rows = registry.items
    .filter((each) => each.kind === kind)
    .map((entry) => ({ entry, lacks: lacksOf(entry, registry, today) }))
  const sites = useSites(kind)
  const here = sites.length > 0 && site !== undefined ? rows.filter((row) => isAt(row, site)) : rows
  const shown = isLack(lack) ? here.filter((row) => row.lacks.includes(lack)) : here
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
        {kind === 'person' && rows.length > 0 && <ChargeButton />}
        {registry.may.change && <GoButton href={`/registry/${kind}?view=sheet`}>{t('sheet.open')}</GoButton>}
        {registry.may.change && (
          <GoButton href={`/registry/${kind}/${NEW_ITEM}`} variant="filled">
            {t('kind.add', { kind: words })}
          </GoButton>
        )}
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState why={t('kind.empty', { kind: words })} gain={past ? t('asOf.readOnly') : t('kind.emptyGain')} />
      ) : (
        <KindTable kind={kind} rows={shown}>
          {sites.length > 0 && <SiteFilter kind={kind} sites={sites} site={site} rows={rows} />}
          <LackFilter kind={kind} lack={lack} rows={here} />
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
  const narrow = useNarrowing(kind)
  const there = lacks.filter((each) => rows.some((row) => row.lacks.includes(each)))
  if (there.length === 0) return null
  return (
    <NativeSelect
      className={style.filter}
      aria-label={t('kind.filter')}
      value={isLack(lack) ? lack : ''}
      onChange={({ currentTarget: { value } }) => narrow({ lack: value })}
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

/** The sites of the facility, where items of the kind may stand at one. */
function useSites(kind: Entry['kind']): readonly Entry[] {
  const { items } = useRegistry()
  return hasField(kind, 'siteId') ? items.filter((each) => each.kind === 'site') : []
}

// Of what stands nowhere, or nobody knows where.
const NO_SITE = 'unknown'
const isAt = ({ entry }: Row, site: string) => (entry.item.siteId ?? NO_SITE) === site

/** Goes to the same table, narrowed in one more way; a blank takes the narrowing away. */
function useNarrowing(kind: Entry['kind']): (change: { readonly lack?: string; readonly site?: string }) => void {
  const go = useGo()
  const { lack, site } = useSearch({ strict: false })
  return (change) => {
    const kept = Object.entries({ site, lack, ...change }).filter(([, value]) => value)
    const search = new URLSearchParams(kept as [string, string][]).toString()
    go(`/registry/${kind}${search ? `?${search}` : ''}`)
  }
}

interface SiteFilterProps {
  readonly kind: Entry['kind']
  readonly sites: readonly Entry[]
  readonly site: string | undefined
  readonly rows: readonly Row[]
}

function SiteFilter({ kind, sites, site, rows }: SiteFilterProps) {
  const t = useWords('registry')
  const narrow = useNarrowing(kind)
  const named = sites.map(({ id, item }) => ({ id, name: String(item.name) }))
  const all = [...named, { id: NO_SITE, name: t('site.unknown') }]
  return (
    <NativeSelect
      className={style.filter}
      aria-label={t('site.filter')}
      value={all.some(({ id }) => id === site) ? site : ''}
      onChange={({ currentTarget: { value } }) => narrow({ site: value })}
    >
      <option value="">{t('site.all')}</option>
      {all.map(({ id, name }) => (
        <option key={id} value={id}>
          {t('site.only', { name, count: rows.filter((row) => isAt(row, id)).length })}
        </option>
      ))}
    </NativeSelect>
  )
}
