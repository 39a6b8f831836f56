import { FileInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReadCardCertificateView } from '#signature/contract'
import { api } from '../../app/api.ts'
import { fileForm } from '../../app/file-form.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { licenceText } from './licence-text.ts'

interface CertificateFieldProps {
  readonly read: ReadCardCertificateView | undefined
  readonly onRead: (read: ReadCardCertificateView) => void
}

/** 証明書のファイル — read at once and shown, so that a wrong file is seen before anything is kept. */
export function CertificateField({ read, onRead }: CertificateFieldProps) {
  const t = useWords('cards')
  const language = useLanguage()
  const look = useMutation({
    mutationFn: (file: File) => api.post<ReadCardCertificateView>('/cards/certificate', fileForm(file)),
    onSuccess: onRead,
  })
  const roles = read?.view.roles.map((role) => licenceText(role, language)) ?? []
  return (
    <>
      <FileInput
        label={t('register.file')}
        description={t('register.fileHelp')}
        placeholder={t('register.choose')}
        accept=".pem,.crt,.cer,.der"
        onChange={(file) => file && look.mutate(file)}
      />
      <div role="status">
        {read && (
          <p>
            <Sentence
              text={t('register.read', {
                name: read.view.subject,
                roles: roles.length > 0 ? roles.join(t('comma')) : t('fact.noLicence'),
                day: '<day/>',
              })}
              parts={{ day: <EraDate day={read.view.untilOn} weekday={false} /> }}
            />
          </p>
        )}
      </div>
      <Problem error={look.error} />
    </>
  )
}
