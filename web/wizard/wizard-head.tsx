import { Brand } from '../app/brand.tsx'
import { useWords } from '../app/i18n.ts'
import { Saved } from '../app/saved.tsx'
import { useSession } from '../app/session.ts'
import { Go } from '../parts/go.tsx'
import { SampleMark } from '../parts/sample-mark.tsx'
import style from './wizard.module.css'

export function WizardHead() {
  const t = useWords('wizard')
  const { facility } = useSession()
  return (
    <header className={style.head}>
      <span className={style.brand}>
        <Brand />
      </span>
      {facility.sample && <SampleMark />}
      <span className={style.facility}>{facility.name}</span>
      <span className={style.right}>
        <Saved />
        <Go href="/">{t('leave')}</Go>
      </span>
    </header>
  )
}
