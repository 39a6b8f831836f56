import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  cardKinds,
  cardKindWords,
  type ReadCardCertificateView,
  type StaffCardsView,
  type StaffCardView,
} from '#signature/contract'
import { api } from '../../app/api.ts'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { GoButton, useGo } from '../../parts/go.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import { CertificateField } from './certificate-field.tsx'
import { licenceText } from './licence-text.ts'

interface RegisterFormProps {
  readonly view: StaffCardsView
  readonly replaced: StaffCardView | undefined
}

/** カードを登録する — the certificate, where there is a file of it, fills in the licence and its own end. */
export function RegisterForm({ view: { persons, licences }, replaced }: RegisterFormProps) {
  const t = useWords('cards')
  const say = useBilingual()
  const language = useLanguage()
  const go = useGo()
  const [kind, setKind] = useState<string>(replaced?.kind ?? 'card')
  const [holderId, setHolderId] = useState(replaced?.holder.personId ?? '')
  const [holderName, setHolderName] = useState(replaced && !replaced.holder.personId ? replaced.holder.name : '')
  const [licence, setLicence] = useState(replaced?.licence?.text ?? '')
  const [read, setRead] = useState<ReadCardCertificateView | undefined>()
  const [cardExpiresOn, setCardExpiresOn] = useState<string | undefined>()
  const register = useChange(
    () =>
      api.post('/cards', {
        ...{ kind, holderName: holderName.trim(), cardExpiresOn, certificate: read?.certificate },
        ...{ holderId: holderId || undefined, licence: licence || undefined, replaces: replaced?.cardId },
      }),
    () => t('register.done'),
    () => go('/signatures/cards'),
  )
  const take = (one: ReadCardCertificateView) => {
    setRead(one)
    const named = one.view.roles.find(({ text }) => licences.some((row) => row.text === text))
    if (licence === '' && named) setLicence(named.text)
  }
  const isReady = (holderId !== '' || holderName.trim() !== '') && (cardExpiresOn !== undefined || read !== undefined)
  return (
    <Form onSubmit={() => isReady && register.mutate()} busy={register.isPending} label={t('register.title')}>
      <NativeSelect label={t('fact.kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
        {cardKinds.map((one) => (
          <option key={one} value={one}>
            {say(cardKindWords[one])}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t('register.holder')}
        value={holderId}
        onChange={(event) => setHolderId(event.currentTarget.value)}
      >
        <option value="">{t('register.otherHolder')}</option>
        {persons.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      {holderId === '' && (
        <TextInput
          label={t('register.holderName')}
          maxLength={200}
          value={holderName}
          onChange={(event) => setHolderName(event.currentTarget.value)}
        />
      )}
      <CertificateField read={read} onRead={take} />
      <NativeSelect
        label={t('fact.licence')}
        description={t('register.licenceHelp')}
        value={licence}
        onChange={(event) => setLicence(event.currentTarget.value)}
      >
        <option value="">{t('fact.noLicence')}</option>
        {licences.map((row) => (
          <option key={row.text} value={row.text}>
            {licenceText(row, language)}
          </option>
        ))}
      </NativeSelect>
      <DayInput label={t('register.cardEnds')} value={cardExpiresOn} onChange={setCardExpiresOn} />
      <Problem error={register.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={register.isPending} disabled={!isReady}>
          {t('register.act')}
        </Button>
        <GoButton href="/signatures/cards">{t('cancel')}</GoButton>
      </Acts>
    </Form>
  )
}
