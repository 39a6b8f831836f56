import { Button, FileButton, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportPreview, type IssueCode, sayIssue } from '#registry/contract'
import { api } from '../app/api.ts'
import { fileForm } from '../app/file-form.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { tell } from '../parts/undo.tsx'
import { DropArea } from './drop-area.tsx'
import { ImportCsv } from './import-csv.tsx'
import { ImportPreviewTable, isNothingNew } from './import-preview.tsx'
import { textOf } from './read-text-file.ts'
import style from './transfer.module.css'

interface Wrong {
  readonly issues: readonly { readonly path: string; readonly line?: number; readonly sentence: string }[]
}

const isWrong = (answer: ImportPreview | Wrong): answer is Wrong => 'issues' in answer

/** A file is looked at first: what is wrong with it by line, or what it would change. Only then is it taken in. */
export function Import() {
  const t = useWords('registry')
  const language = useLanguage()
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [workbook, setWorkbook] = useState<File>()
  const [unread, setUnread] = useState<IssueCode>()
  const [csv, setCsv] = useState<File>()
  const look = useMutation({
    mutationFn: (source: string | File) =>
      typeof source === 'string'
        ? api.post<ImportPreview | Wrong>('/registry/import/preview', { text: source })
        : api.post<ImportPreview | Wrong>('/registry/import/file/preview', fileForm(source)),
  })
  const take = useMutation({
    mutationFn: (basis: string) =>
      workbook
        ? api.post<ImportPreview>('/registry/import/file', fileForm(workbook, basis))
        : api.post<ImportPreview>('/registry/import', { text, basis }),
    meta: { saves: true },
    onSuccess: async (done) => {
      change('')
      tell(t('import.done', { added: done.added.length, changed: done.changed.length, missing: done.missing.length }))
      await queryClient.invalidateQueries()
    },
  })
  const change = (next: string) => {
    setText(next)
    setWorkbook(undefined)
    setCsv(undefined)
    setUnread(undefined)
    look.reset()
    take.reset()
  }
  const choose = async (file: File | null) => {
    if (!file) return
    if (/\.csv$/i.test(file.name)) {
      change('')
      setCsv(file)
      return
    }
    if (/\.xls[xmb]?$/i.test(file.name)) {
      change('')
      setWorkbook(file)
      look.mutate(file)
      return
    }
    const read = textOf(new Uint8Array(await file.arrayBuffer()))
    if ('issue' in read) {
      change('')
      setUnread(read.issue)
      return
    }
    change(read.text)
    look.mutate(read.text)
  }
  const found = look.data
  if (csv) return <ImportCsv key={`${csv.name} ${csv.lastModified}`} file={csv} onEnd={() => change('')} />
  return (
    <Form onSubmit={() => look.mutate(workbook ?? text)} busy={look.isPending}>
      <DropArea onFile={choose}>
        <FileButton accept=".xlsx,.csv,.yaml,.yml,.json,.txt" onChange={choose}>
          {(props) => <Button {...props}>{t('import.choose')}</Button>}
        </FileButton>
        <span>{workbook?.name ?? t('import.drop')}</span>
      </DropArea>
      <Textarea
        label={t('import.paste')}
        description={t('import.pasteHelp')}
        classNames={{ input: style.source }}
        minRows={6}
        maxRows={16}
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {unread && (
        <p className={style.wrong} role="alert">
          {sayIssue({ path: '', code: unread }, language)}
        </p>
      )}
      <Problem error={look.error ?? take.error} />
      {found && isWrong(found) && <WrongList wrong={found} />}
      {found && !isWrong(found) && <ImportPreviewTable preview={found} />}
      <Acts>
        {found && !isWrong(found) && !isNothingNew(found) ? (
          <Button variant="filled" loading={take.isPending} onClick={() => take.mutate(found.basis)}>
            {t('import.take')}
          </Button>
        ) : (
          <Button type="submit" variant="filled" disabled={!workbook && text.trim() === ''} loading={look.isPending}>
            {t('import.look')}
          </Button>
        )}
      </Acts>
    </Form>
  )
}

function WrongList({ wrong: { issues } }: { readonly wrong: Wrong }) {
  const t = useWords('registry')
  return (
    <div className={style.wrong} role="alert">
      <p>{t('import.wrong', { count: issues.length })}</p>
      <ol>
        {issues.map(({ path, line, sentence }) => (
          <li key={`${path} ${line} ${sentence}`}>{sentence}</li>
        ))}
      </ol>
    </div>
  )
}
