import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { evidenceWords, type WatchedLogView, type WitnessingView } from '#federation/contract'
import { api } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { Section } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Time } from '../parts/time.tsx'
import { useChange } from '../parts/use-change.ts'
import { handFile } from './hand-file.ts'
import { KeyBox } from './key-box.tsx'
import { SignFile } from './sign-file.tsx'
import { WatchForm } from './watch-form.tsx'
import style from './witness.module.css'

// A practice closes over a weekend and a holiday; what is silent for longer is worth a telephone call.
const SILENT_DAYS = 4

/** 当院が立ち会う証跡 — how far each was seen, since when nothing came, and what contradicted itself. */
export function WatchedLogs({ view }: { readonly view: WitnessingView }) {
  const t = useWords('witness')
  const mayManage = useMay('witness.manage')
  const { watched, ownKeys, evidence } = view
  const make = useChange(
    () => api.post('/watched-logs/keys'),
    () => undefined,
  )
  return (
    <>
      {evidence.length > 0 && <Evidence evidence={evidence} />}
      <Section title={t('theirs.title')}>
        <p className={style.soft}>{watched.length === 0 ? t('theirs.none') : t('theirs.door')}</p>
        <ul className={style.list}>
          {watched.map((log) => (
            <Watched key={log.origin} log={log} mayManage={mayManage} />
          ))}
        </ul>
        {mayManage && (
          <div className={style.acts}>
            <WatchForm />
            {watched.length > 0 && <SignFile />}
            {ownKeys.length === 0 && (
              <Button loading={make.isPending} onClick={() => make.mutate()}>
                {t('own.make')}
              </Button>
            )}
          </div>
        )}
        <Problem error={make.error} />
        {ownKeys.length > 0 && <KeyBox label={t('own.title')} help={t('own.help')} keys={ownKeys} />}
      </Section>
    </>
  )
}

function Watched({ log, mayManage }: { readonly log: WatchedLogView; readonly mayManage: boolean }) {
  const t = useWords('witness')
  const { origin, label, size, cosignedAt, silentDays } = log
  const drop = useChange(
    () => api.remove(`/watched-logs?origin=${encodeURIComponent(origin)}`),
    () => t('theirs.dropped'),
  )
  return (
    <li className={style.one}>
      <b>{label}</b>
      <span className={style.soft}>{origin}</span>
      <dl>
        <dt>{t('theirs.size')}</dt>
        <dd>{size.toLocaleString('en-US')}</dd>
        <dt>{t('theirs.last')}</dt>
        <dd>{cosignedAt ? <Time at={cosignedAt} /> : t('ours.never')}</dd>
        {silentDays >= SILENT_DAYS && <dd data-wrong>{t('theirs.silent', { count: silentDays })}</dd>}
      </dl>
      {mayManage && (
        <Button loading={drop.isPending} onClick={() => drop.mutate()}>
          {t('theirs.drop')}
        </Button>
      )}
      <Problem error={drop.error} />
    </li>
  )
}

function Evidence({ evidence }: Pick<WitnessingView, 'evidence'>) {
  const t = useWords('witness')
  const say = useBilingual()
  const save = useMutation({
    mutationFn: async (evidenceId: string) => (await api.file(`/watched-logs/evidence/${evidenceId}`)).text(),
    onSuccess: (text) => handFile(text, t('evidence.name')),
  })
  return (
    <Section title={t('evidence.title')} note={t('evidence.note', { count: evidence.length })}>
      <ul className={style.list}>
        {evidence.map(({ evidenceId, label, kind, foundAt }) => (
          <li key={evidenceId} className={style.one}>
            <b>{label}</b>
            <span data-wrong>{say(evidenceWords[kind])}</span>
            <Time at={foundAt} />
            <Button loading={save.isPending} onClick={() => save.mutate(evidenceId)}>
              {t('evidence.save')}
            </Button>
          </li>
        ))}
      </ul>
      <Problem error={save.error} />
    </Section>
  )
}
