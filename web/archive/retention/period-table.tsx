import { dutyLine, type RetentionTable } from '#archive/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { DataTable } from '../../parts/data-table.tsx'
import style from './retention.module.css'

type Duties = RetentionTable['kinds'][number]['duties']

interface Row {
  readonly key: string
  readonly name: string
  readonly duties: Duties
}

/** Each kind with everything that asks for it to be kept; the longest wins, and one that is open keeps it. */
export function PeriodTable({ view: { kinds, copies } }: { readonly view: RetentionTable }) {
  const t = useWords('retention')
  const say = useBilingual()
  const language = useLanguage()
  const linesOf = ({ duties }: Row) =>
    duties.length === 0 ? [t('table.none')] : duties.map((duty) => dutyLine(duty, language))
  const rows: readonly Row[] = [
    ...kinds.map((kind) => ({ key: kind.kind, name: say(kind), duties: kind.duties })),
    ...copies.map(({ standing, duties }) => ({ key: standing, name: t(`standing.${standing}`), duties })),
  ]
  return (
    <DataTable
      caption={t('table.title')}
      rows={rows}
      rowKey={({ key }) => key}
      searchable
      columns={[
        { key: 'name', title: t('table.kind'), value: ({ name }) => name },
        {
          key: 'period',
          title: t('table.period'),
          value: (row) => linesOf(row).join(' '),
          cell: (row) => (
            <ul className={style.duties} data-open={row.duties.length === 0 || undefined}>
              {linesOf(row).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
