import { Button } from '@mantine/core'
import { apiUrl } from '../app/api.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { GoButton } from '../parts/go.tsx'
import { useWindowTitle } from '../parts/window-title.ts'
import style from './wizard.module.css'

/** おわり — what is best printed today, and the way to 今日. */
export function DoneStep() {
  const t = useWords('wizard')
  const language = useLanguage()
  useWindowTitle(t('done.title'))
  return (
    <>
      <h1>{t('done.title')}</h1>
      <p className={style.why}>{t('done.why')}</p>
      <ul className={style.papers}>
        <li>
          <h2>{t('done.card')}</h2>
          <p>{t('done.cardWhy')}</p>
          <Button
            component="a"
            href={apiUrl(`/emergency-card.pdf?language=${language}`)}
            target="_blank"
            rel="noreferrer"
          >
            {t('done.cardOpen')}
          </Button>
        </li>
        <li>
          <h2>{t('done.questions')}</h2>
          <p>{t('done.questionsWhy')}</p>
          <GoButton href="/suppliers">{t('done.questionsOpen')}</GoButton>
        </li>
      </ul>
      <div className={style.acts}>
        <GoButton href="/" variant="filled">
          {t('done.today')}
        </GoButton>
      </div>
    </>
  )
}
