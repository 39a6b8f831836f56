import { Textarea, TextInput } from '@mantine/core'
import { fieldAt, type Shape, units, type Words } from '#registry/contract'
import { useBilingual, useWords } from '../app/i18n.ts'
import { DayInput } from '../parts/day.tsx'
import type { Draft } from './draft.ts'
import style from './supplier.module.css'

interface QuestionFieldProps {
  readonly code: string
  readonly kind: string
  readonly field: string
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  /** Somebody has finished writing: the moment to save where answers are saved one by one. */
  readonly onLeave?: () => void
  readonly disabled?: boolean
}

/** What a question asks, as its field says it. */
export function useQuestionWords() {
  const say = useBilingual()
  return (kind: string, field: string) => {
    const place = fieldAt(kind, field)
    return {
      within: (place?.within ?? []).map(say).join(' › '),
      ask: place ? say(place.words) : field,
      help: place?.help && !/true|false/.test(place.help.ja) ? say(place.help) : undefined,
    }
  }
}

/** The box for one answer: what its field takes, 分からない and 対象外. */
export function QuestionField({ code, kind, field, draft, onChange, onLeave, disabled }: QuestionFieldProps) {
  const t = useWords('supplier')
  const shape = fieldAt(kind, field)?.shape
  const decline = (verdict: 'not-known' | 'not-concerned') => onChange({ verdict, note: draft.note })
  const parts = { code, draft, onChange, onLeave }
  return (
    <fieldset className={style.answer} disabled={disabled} aria-labelledby={`ask-${code}`}>
      {shape && <Value {...parts} shape={shape} />}
      <div className={style.declined}>
        {(['not-known', 'not-concerned'] as const).map((verdict) => (
          <Choice
            key={verdict}
            name={code}
            label={t(`answer.${verdict}`)}
            checked={draft.verdict === verdict}
            onChange={() => decline(verdict)}
          />
        ))}
      </div>
      {(draft.verdict === 'not-concerned' || draft.note !== undefined) && (
        <Textarea
          label={t(draft.verdict === 'not-concerned' ? 'answer.why' : 'answer.note')}
          autosize
          minRows={1}
          maxLength={500}
          value={draft.note ?? ''}
          onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
          onBlur={onLeave}
        />
      )}
    </fieldset>
  )
}

interface ValueProps extends Pick<QuestionFieldProps, 'code' | 'draft' | 'onChange' | 'onLeave'> {
  readonly shape: Shape
}

function Value({ shape, ...parts }: ValueProps) {
  const t = useWords('supplier')
  const say = useBilingual()
  switch (shape.type) {
    case 'flag':
      return (
        <Choices
          {...parts}
          options={[
            { value: true, label: t('answer.yes') },
            { value: false, label: t('answer.no') },
          ]}
        />
      )
    case 'choice':
      return <Choices {...parts} options={optionsOf(shape.options, say)} />
    case 'choices':
      return <Several {...parts} options={optionsOf(shape.options, say)} />
    case 'day':
      return <DayValue {...parts} />
    case 'count':
      return <Written {...parts} unit={say(units[shape.unit])} never={shape.never} />
    default:
      return <Written {...parts} />
  }
}

interface Option {
  readonly value: string | boolean
  readonly label: string
}

function optionsOf(options: Readonly<Record<string, Words>>, say: (words: Words) => string): readonly Option[] {
  return Object.entries(options).map(([value, words]) => ({ value, label: say(words) }))
}

type Part = Omit<ValueProps, 'shape'>

function Choices({ code, draft, onChange, options }: Part & { readonly options: readonly Option[] }) {
  return (
    <div className={style.choices}>
      {options.map(({ value, label }) => (
        <Choice
          key={label}
          name={code}
          label={label}
          checked={draft.verdict === 'value' && draft.value === value}
          onChange={() => onChange({ verdict: 'value', value, note: draft.note })}
        />
      ))}
    </div>
  )
}

function Several({ draft, onChange, options }: Part & { readonly options: readonly Option[] }) {
  const chosen = draft.verdict === 'value' && Array.isArray(draft.value) ? draft.value : []
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
    onChange({ verdict: 'value', value: next, note: draft.note })
  }
  return (
    <div className={style.choices}>
      {options.map(({ value, label }) => (
        <label key={label} className={style.choice}>
          <input type="checkbox" checked={chosen.includes(String(value))} onChange={() => toggle(String(value))} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

interface WrittenProps extends Part {
  readonly unit?: string
  readonly never?: boolean
}

function Written({ code, draft, onChange, onLeave, unit, never }: WrittenProps) {
  const t = useWords('supplier')
  const text = draft.verdict === 'value' && draft.value !== 'never' ? String(draft.value ?? '') : ''
  return (
    <div className={style.written}>
      <TextInput
        aria-labelledby={`ask-${code}`}
        inputMode={unit ? 'numeric' : 'text'}
        autoComplete="off"
        maxLength={120}
        value={text}
        onChange={(event) => onChange({ verdict: 'value', value: event.currentTarget.value, note: draft.note })}
        onBlur={onLeave}
      />
      {unit && <span>{unit}</span>}
      {never && (
        <Choice
          name={code}
          label={t('answer.never')}
          checked={draft.verdict === 'value' && draft.value === 'never'}
          onChange={() => onChange({ verdict: 'value', value: 'never', note: draft.note })}
        />
      )}
    </div>
  )
}

function DayValue({ code, draft, onChange, onLeave }: Part) {
  return (
    <DayInput
      aria-labelledby={`ask-${code}`}
      value={draft.verdict === 'value' ? String(draft.value ?? '') || undefined : undefined}
      onChange={(day) => onChange({ verdict: 'value', value: day ?? '', note: draft.note })}
      onBlurCapture={onLeave}
    />
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly checked: boolean
  readonly onChange: () => void
}

function Choice({ name, label, checked, onChange }: ChoiceProps) {
  return (
    <label className={style.choice}>
      <input type="radio" name={name} checked={checked} onChange={onChange} />
      <span>{label}</span>
    </label>
  )
}
