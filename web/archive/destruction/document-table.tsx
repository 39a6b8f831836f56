import { Checkbox } from '@mantine/core'
import { type KeptView, periodLine, whyLines } from '#archive/contract'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { dayText, EraDate } from '../../parts/day.tsx'
import style from './destruction.module.css'
import { LiftForm } from './lift-form.tsx'

interface DocumentTableProps {
  readonly documents: readonly KeptView[]
  readonly chosen: readonly string[]
  /** Absent for those who may only look. */
  readonly onChange?: ((chosen: readonly string[]) => void) | undefined
}

/** Each document with the end of its keeping, why, and what stands against destroying it. */
export function DocumentTable({ documents, chosen, onChange }: DocumentTableProps) {
  const t = useWords('destruction')
  const say = useBilingual()
  const language = useLanguage()
  const toggle = (documentId: string) =>
    onChange?.(chosen.includes(documentId) ? chosen.filter((one) => one !== documentId) : [...chosen, documentId])
  const stateOf = ({ obstacle, destructionId }: KeptView) =>
    t(destructionId && !obstacle ? 'state.listed' : `state.${obstacle ?? 'ended'}`)
  return (
    <DataTable
      caption={t('documents.title')}
      rows={documents}
      rowKey={({ documentId }) => documentId}
      searchable
      columns={[
        {
          key: 'title',
          title: t('table.document'),
          value: nameOf,
          cell: (row) =>
            onChange && row.obstacle !== 'destroyed' ? (
              <Checkbox
                label={nameOf(row)}
                checked={chosen.includes(row.documentId)}
                onChange={() => toggle(row.documentId)}
              />
            ) : (
              nameOf(row)
            ),
        },
        {
          key: 'kind',
          title: t('table.kind'),
          value: ({ kind, standing }) => `${say(kind)}（${t(`standing.${standing}`)}）`,
        },
        {
          key: 'stored',
          title: t('table.stored'),
          value: ({ storedOn }) => dayText(storedOn, language, false),
          cell: ({ storedOn }) => <EraDate day={storedOn} weekday={false} />,
        },
        {
          key: 'state',
          title: t('table.state'),
          value: stateOf,
          cell: (row) => (
            <>
              <b className={style.state} data-state={row.obstacle ?? 'ended'}>
                {stateOf(row)}
              </b>
              {row.holds.map(({ holdId, reason, by }) => (
                <div key={holdId}>
                  {t('held.by', { reason, by })} <LiftForm holdId={holdId} name={nameOf(row)} />
                </div>
              ))}
            </>
          ),
        },
        {
          key: 'period',
          title: t('table.period'),
          value: ({ period }) => periodLine(period, language),
          cell: ({ period }) => (
            <ul className={style.why}>
              {whyLines(period, language).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

/** Without its title, by the beginning of its number. */
const nameOf = ({ title, documentId }: KeptView) => title || documentId.slice(0, 8)
