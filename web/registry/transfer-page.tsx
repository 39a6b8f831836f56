import { Button } from '@mantine/core'
import { apiUrl } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { PageHead, Section } from '../parts/page.tsx'
import { useAsOf } from './as-of.ts'
import { Import } from './import.tsx'
import { useRegistry } from './queries.ts'
import style from './transfer.module.css'

const formats = ['xlsx', 'yaml', 'json'] as const

/** 書き出しと取り込み — the whole registry as one file, out and in. */
export function TransferPage() {
  const t = useWords('registry')
  const { may } = useRegistry()
  const on = useAsOf()
  return (
    <>
      <PageHead title={t('transfer.title')} lead={t('transfer.lead')} />
      {may.export && (
        <Section title={t('export.title')} note={t('export.note')}>
          <div className={style.acts}>
            {formats.map((format) => (
              <Button
                key={format}
                component="a"
                href={apiUrl(`/registry/export?format=${format}${on ? `&on=${on}` : ''}`)}
                download
              >
                {t(`export.${format}`)}
              </Button>
            ))}
            <Button component="a" href={apiUrl('/registry/export?format=xlsx&template=true')} download>
              {t('export.template')}
            </Button>
          </div>
        </Section>
      )}
      {may.import && (
        <Section title={t('import.title')} note={t('import.note')}>
          <Import />
        </Section>
      )}
    </>
  )
}
