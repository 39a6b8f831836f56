import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FileAnswer, reportOrders } from '#signature/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { type Asked, formOf, searchOf } from './queries.ts'
import style from './verify.module.css'

/** The report in either order, made from the file anew for the same moment, and the answer for machines. */
export function Papers({ asked, answer }: { readonly asked: Asked; readonly answer: FileAnswer }) {
  const t = useWords('verify')
  const { name } = asked.file
  const make = useMutation({
    mutationFn: (order: string) => {
      const said = { documentKind: asked.documentKind, at: answer.at, order }
      return api.paper(`/signatures/report.pdf?${searchOf(said)}`, formOf(asked))
    },
    onSuccess: (paper) => saveFile(paper, t('report.name', { name })),
  })
  const json = () =>
    saveFile(
      new Blob([JSON.stringify({ files: [answer] }, undefined, 2)], { type: 'application/json' }),
      t('report.jsonName', { name }),
    )
  return (
    <>
      <div className={style.acts}>
        {reportOrders.map((order) => (
          <Button
            key={order}
            onClick={() => make.mutate(order)}
            loading={make.isPending && make.variables === order}
            disabled={make.isPending && make.variables !== order}
          >
            {t(`report.${order}`)}
          </Button>
        ))}
        <Button onClick={json}>{t('report.json')}</Button>
      </div>
      <Problem error={make.error} />
    </>
  )
}
