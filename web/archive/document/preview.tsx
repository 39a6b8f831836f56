import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createElement, Fragment, useEffect, useState } from 'react'
import { useWords } from '../../app/i18n.ts'
import { Acts } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import style from './document.module.css'
import { previewOf, type Section } from './preview-query.ts'

interface PreviewProps {
  readonly path: string
  readonly name: string
}

/** プレビュー — what no browser shows by itself, as a page, its sections or its words. */
export function Preview({ path, name }: PreviewProps) {
  const t = useWords('archive')
  const queryClient = useQueryClient()
  const [page, setPage] = useState(1)
  const { data, error } = useQuery(previewOf(path, page))
  // It was seen once it came: what may be done with it is asked anew.
  useEffect(() => {
    if (data) void queryClient.invalidateQueries({ queryKey: ['archive'] })
  }, [data, queryClient])
  if (error) return <Problem error={error} />
  if (!data) return <p aria-live="polite">{t('preview.making')}</p>
  if (data.kind === 'none') return <p>{t('version.noView')}</p>
  if (data.kind === 'text') return <pre className={style.text}>{data.text}</pre>
  if (data.kind === 'sections')
    return (
      <div className={style.text}>
        {data.title !== null && <h4>{data.title}</h4>}
        {/* Sections never change places: each is a child of its own, and needs no key. */}
        {createElement(Fragment, null, ...data.sections.map((section) => createElement(SectionPart, { section })))}
      </div>
    )
  const { pages, url } = data
  return (
    <>
      <img className={style.picture} src={url} alt={`${name} ${t('preview.page', { page, pages })}`} />
      {pages > 1 && (
        <Acts>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t('preview.before')}
          </Button>
          <span aria-live="polite">{t('preview.page', { page, pages })}</span>
          <Button disabled={page === pages} onClick={() => setPage(page + 1)}>
            {t('preview.after')}
          </Button>
        </Acts>
      )}
    </>
  )
}

function SectionPart({ section: { title, lines } }: { readonly section: Section }) {
  return (
    <>
      {title !== null && <h5>{title}</h5>}
      <p>{lines.map((cells) => cells.join('　')).join('\n')}</p>
    </>
  )
}
