import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import { previewOf } from '../document/preview-query.ts'

interface PagePictureProps {
  readonly documentId: string
  readonly version: number
  /** Undefined where the version has no such page. */
  readonly page: number | undefined
}

/** One page of one version, with its name above it. */
export function PagePicture({ documentId, version, page }: PagePictureProps) {
  const t = useWords('archive')
  const path = `/archive/documents/${encodeURIComponent(documentId)}/versions/${version}/preview`
  const { data, error } = useQuery({ ...previewOf(path, page ?? 1), enabled: page !== undefined })
  const name = page === undefined ? t('version.title', { version }) : t('compare.pageOf', { version, page })
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {page === undefined && <p>{t('compare.noPage')}</p>}
      {page !== undefined && !data && !error && <p aria-live="polite">{t('preview.making')}</p>}
      <Problem error={error} />
      {data?.kind === 'picture' && <img src={data.url} alt={name} />}
      {data && data.kind !== 'picture' && <p>{t('version.noView')}</p>}
    </figure>
  )
}
