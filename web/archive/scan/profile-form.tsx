import { Button, Checkbox, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { colourDepths, depthWord, type ScanDesk, scanFormats } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import { KindSelect } from './kind-select.tsx'

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
const units = ['business-days', 'hours'] as const

/** 読取りの決まりを書く — the numbers are the facility's own; the guideline names none. */
export function ProfileForm({ desk }: { readonly desk: ScanDesk }) {
  const t = useWords('scan')
  const language = useLanguage()
  const [kind, setKind] = useState('')
  const [resolution, setResolution] = useState<number | undefined>()
  const [colour, setColour] = useState('')
  const [formats, setFormats] = useState<readonly string[]>([])
  const [lossy, setLossy] = useState(false)
  const [count, setCount] = useState<number | undefined>()
  const [unit, setUnit] = useState<string>(units[0])
  const [closedOn, setClosedOn] = useState<readonly string[]>([])
  const [source, setSource] = useState('')
  const isReady =
    ![kind, colour, source.trim()].includes('') && ![resolution, count].includes(undefined) && formats.length > 0
  const rule = useChange(
    () => {
      const period = { count, unit, closedOn: closedOn.map(Number) }
      return api.post('/archive/scan-profiles', {
        kind,
        resolution,
        colour,
        formats,
        lossy,
        period,
        source: source.trim(),
      })
    },
    () => t('profile.done'),
  )
  const toggled = (list: readonly string[], one: string) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
  return (
    <Form onSubmit={() => isReady && rule.mutate()} busy={rule.isPending} label={t('profile.open')}>
      <KindSelect kinds={desk.kinds} value={kind} onChange={setKind} description={t('profile.kindHelp')} />
      <NumberInput
        label={t('profile.resolution')}
        description={t('profile.resolutionHelp')}
        min={72}
        max={2400}
        allowDecimal={false}
        value={resolution ?? ''}
        onChange={(value) => setResolution(typeof value === 'number' ? value : undefined)}
      />
      <NativeSelect
        label={t('profile.colour')}
        value={colour}
        onChange={(event) => setColour(event.currentTarget.value)}
      >
        <option value="">{t('choose')}</option>
        {colourDepths.map((one) => (
          <option key={one} value={one}>
            {depthWord(one, language)}
          </option>
        ))}
      </NativeSelect>
      <fieldset>
        <legend>{t('profile.formats')}</legend>
        {scanFormats.map((one) => (
          <Checkbox
            key={one}
            label={one.toUpperCase()}
            checked={formats.includes(one)}
            onChange={() => setFormats(toggled(formats, one))}
          />
        ))}
        <Checkbox
          label={t('profile.lossy')}
          description={t('profile.lossyHelp')}
          checked={lossy}
          onChange={(event) => setLossy(event.currentTarget.checked)}
        />
      </fieldset>
      <NumberInput
        label={t('profile.period')}
        description={t('profile.periodHelp')}
        min={1}
        max={2000}
        allowDecimal={false}
        value={count ?? ''}
        onChange={(value) => setCount(typeof value === 'number' ? value : undefined)}
      />
      <NativeSelect label={t('profile.unit')} value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
        {units.map((one) => (
          <option key={one} value={one}>
            {t(`unit.${one}`)}
          </option>
        ))}
      </NativeSelect>
      {unit === 'business-days' && (
        <fieldset>
          <legend>{t('profile.closedOn')}</legend>
          <p>{t('profile.closedHelp')}</p>
          {weekdays.map((one) => (
            <Checkbox
              key={one}
              label={t(`weekday.${one}`)}
              checked={closedOn.includes(String(one))}
              onChange={() => setClosedOn(toggled(closedOn, String(one)))}
            />
          ))}
        </fieldset>
      )}
      <Textarea
        label={t('profile.source')}
        description={t('profile.sourceHelp')}
        maxLength={1000}
        autosize
        minRows={2}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Problem error={rule.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={rule.isPending} disabled={!isReady}>
          {t('profile.act')}
        </Button>
      </Acts>
    </Form>
  )
}
