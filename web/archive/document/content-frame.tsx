import { useQueryClient } from '@tanstack/react-query'
import type { VersionView } from '#archive/contract'
import { apiUrl } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import style from './document.module.css'
import { Preview } from './preview.tsx'

interface ContentFrameProps {
  readonly path: string
  readonly version: VersionView
}

/** 内容 — shown by the browser itself, closed off from the page. Whatever it cannot show is handed over as a file. */
export function ContentFrame({ path, version: { contentType, version } }: ContentFrameProps) {
  const t = useWords('archive')
  const queryClient = useQueryClient()
  // It was seen once it came: what may be done with it is asked anew.
  const seen = () => queryClient.invalidateQueries({ queryKey: ['archive'] })
  const name = t('version.content', { version })
  if (contentType === 'jpeg' || contentType === 'png')
    return <img className={style.picture} src={apiUrl(path)} alt={name} onLoad={seen} />
  if (contentType === 'pdf' || contentType === 'text')
    return <iframe className={style.frame} data-type={contentType} src={apiUrl(path)} title={name} onLoad={seen} />
  return (
    <>
      <Preview path={path.replace(/content$/, 'preview')} name={name} />
      <p>
        <a href={apiUrl(path)} download>
          {t('version.download')}
        </a>
      </p>
    </>
  )
}
