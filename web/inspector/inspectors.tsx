import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InspectorLinkView, IssuedInspectorLink } from '#assessment/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { tell } from '../parts/undo.tsx'
import style from './inspector.module.css'
import { InviteForm } from './invite-form.tsx'
import { LinkSlip } from './link-slip.tsx'
import { inspectorsQuery } from './queries.ts'

/** The link with its address, as a square code too. */
export type ShownLink = IssuedInspectorLink & { readonly address: string; readonly qr: string }

/** 検査者に見せる — a link for one person and some days, and who can see the files now. */
export function Inspectors({ hasFiles }: { readonly hasFiles: boolean }) {
  const t = useWords('inspector')
  const { data } = useSuspenseQuery(inspectorsQuery)
  const [writing, setWriting] = useState(false)
  const [link, setLink] = useState<ShownLink>()
  const issued = (next: ShownLink) => {
    setWriting(false)
    setLink(next)
  }
  return (
    <Section title={t('title')} note={t('title.note')}>
      <p className={style.lead}>{t('lead')}</p>
      {!hasFiles && <p className={style.lead}>{t('first')}</p>}
      {hasFiles && !writing && !link && <Button onClick={() => setWriting(true)}>{t('make')}</Button>}
      {writing && <InviteForm onIssued={issued} onCancel={() => setWriting(false)} />}
      {link && <LinkSlip link={link} onDone={() => setLink(undefined)} />}
      <OpenLinks links={data.links} />
    </Section>
  )
}

function OpenLinks({ links }: { readonly links: readonly InspectorLinkView[] }) {
  const t = useWords('inspector')
  const queryClient = useQueryClient()
  const close = useMutation({
    mutationFn: (linkId: string) => api.remove(`/inspectors/${linkId}`),
    meta: { saves: true },
    onSuccess: async () => {
      tell(t('closed'))
      await queryClient.invalidateQueries({ queryKey: inspectorsQuery.queryKey })
    },
  })
  if (links.length === 0) return <p className={style.none}>{t('none')}</p>
  return (
    <>
      <Problem error={close.error} />
      <table className={style.table}>
        <caption>{t('open')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('open.who')}</th>
            <th scope="col">{t('open.until')}</th>
            <th scope="col">{t('open.by')}</th>
            <th scope="col">{t('open.act')}</th>
          </tr>
        </thead>
        <tbody>
          {links.map(({ linkId, name, organisation, lastDay, createdBy }) => (
            <tr key={linkId}>
              <th scope="row">
                {name}
                <span className={style.small}>{organisation}</span>
              </th>
              <td data-title={t('open.until')}>
                <EraDate day={lastDay} />
              </td>
              <td data-title={t('open.by')}>{createdBy}</td>
              <td>
                <Button
                  aria-label={t('close.named', { name })}
                  loading={close.isPending && close.variables === linkId}
                  onClick={() => close.mutate(linkId)}
                >
                  {t('close')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
