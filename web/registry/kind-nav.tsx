import { NativeSelect } from '@mantine/core'
import { useBilingual, useWords } from '../app/i18n.ts'
import { Go, useGo } from '../parts/go.tsx'
import { useRegistryDay } from './as-of.ts'
import { kindGroups, kindOf, type Place } from './kind-groups.ts'
import type { Entry, Registry } from './queries.ts'
import style from './registry.module.css'
import { hasNobody, lacksOf } from './standing.ts'

interface KindNavProps {
  readonly place: Place
  readonly registry: Registry
}

interface Line {
  readonly place: Place
  readonly title: string
  readonly count: number | undefined
  readonly lacking: number
}

/** The kinds with their counts, in the order in which they are filled in; on a phone one list to choose from. */
export function KindNav({ place, registry }: KindNavProps) {
  const t = useWords('registry')
  const groups = useLines(registry)
  const go = useGo()
  const text = ({ title, count }: Line) => (count === undefined ? title : t('kinds.option', { kind: title, count }))
  return (
    <>
      <nav className={style.kinds} aria-label={t('kinds')}>
        {groups.map(({ group, lines }) => (
          <div key={group}>
            <h2>{t(`kinds.${group}`)}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line.place}>
                  <Go href={`/registry/${line.place}`} aria-current={line.place === place ? 'page' : undefined}>
                    {line.title}
                    <Count line={line} />
                  </Go>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <NativeSelect
        className={style.kindSelect}
        label={t('kinds')}
        value={place}
        onChange={(event) => go(`/registry/${event.currentTarget.value}`)}
      >
        {groups.map(({ group, lines }) => (
          <optgroup key={group} label={t(`kinds.${group}`)}>
            {lines.map((line) => (
              <option key={line.place} value={line.place}>
                {text(line)}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
    </>
  )
}

function Count({ line: { count, lacking } }: { readonly line: Line }) {
  const t = useWords('registry')
  if (count === undefined) return null
  return (
    <span className={style.counts}>
      {lacking > 0 && (
        <b>
          <span aria-hidden="true">▲{lacking}</span>
          <span className="visually-hidden">{t('kinds.lacking', { count: lacking })}</span>
        </b>
      )}
      <span>{count}</span>
    </span>
  )
}

function useLines(registry: Registry) {
  const t = useWords('registry')
  const say = useBilingual()
  const today = useRegistryDay()
  const line = (kind: Entry['kind']): Line => {
    const own = registry.items.filter((each) => each.kind === kind)
    const lacking = own.filter((each) => hasNobody(lacksOf(each, registry, today)))
    const count = kindOf(kind).single ? undefined : own.length
    return { place: kind, title: say(kindOf(kind).words), count, lacking: lacking.length }
  }
  const answered = Object.keys(registry.practices.answers).length
  const other = (place: Place, title: string, count?: number): Line => ({ place, title, count, lacking: 0 })
  return [
    ...kindGroups.map(({ group, kinds }) => ({ group, lines: kinds.map(line) })),
    {
      group: 'other' as const,
      lines: [
        other('practices', t('practices.title'), answered),
        ...(registry.may.import || registry.may.export ? [other('transfer', t('transfer.title'))] : []),
      ],
    },
  ]
}
