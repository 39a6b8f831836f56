import type { Field as FieldOf, Fields } from '#registry/contract'
import { valueAt } from '../../parts/differing.ts'
import { useItem } from '../item-context.ts'
import { ChoiceField, ChoicesField } from './choice-field.tsx'
import { CountField } from './count-field.tsx'
import { DayField } from './day-field.tsx'
import { type BoxProps, FieldRow } from './field-row.tsx'
import { Answer } from './flag-field.tsx'
import { ReferenceField, ReferencesField } from './reference-field.tsx'
import { TextField } from './text-field.tsx'

interface FieldProps {
  readonly path: string
  readonly field: FieldOf<unknown>
}

const grouped: readonly string[] = ['flag', 'choices']

/** A fact with the box its shape asks for. */
export function Field({ path, field }: FieldProps) {
  return (
    <FieldRow path={path} field={field} group={grouped.includes(field.shape.type)}>
      {(box) => <Box path={path} field={field} box={box} />}
    </FieldRow>
  )
}

function Box({ path, field: { shape }, box }: FieldProps & { readonly box: BoxProps }) {
  const { item, change } = useItem()
  switch (shape.type) {
    case 'text':
      return <TextField path={path} box={box} lines={shape.lines} />
    case 'flag':
      return (
        <Answer
          name={path}
          labelledBy={box['aria-labelledby']}
          describedBy={box['aria-describedby']}
          value={valueAt(item, path) as boolean | undefined}
          onChange={(value) => change(path, value)}
        />
      )
    case 'count':
      return <CountField path={path} box={box} shape={shape} />
    case 'day':
      return <DayField path={path} box={box} />
    case 'choice':
      return <ChoiceField path={path} box={box} options={shape.options} />
    case 'choices':
      return <ChoicesField path={path} box={box} options={shape.options} />
    case 'reference':
      return <ReferenceField path={path} box={box} to={shape.to} orNobody={shape.orNobody} />
    case 'references':
      return <ReferencesField path={path} box={box} to={shape.to} />
    case 'group':
      return <FieldList fields={shape.fields} within={`${path}.`} />
  }
}

/** The fields of a kind or a group, one under the other. */
export function FieldList({ fields, within = '' }: { readonly fields: Fields; readonly within?: string }) {
  return Object.entries(fields).map(([name, field]) => <Field key={name} path={`${within}${name}`} field={field} />)
}
