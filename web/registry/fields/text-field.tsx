import { Textarea, TextInput } from '@mantine/core'
import { valueAt } from '../../parts/differing.ts'
import { useItem } from '../item-context.ts'
import type { BoxProps } from './field-row.tsx'
import { useTyped } from './use-typed.ts'

interface TextFieldProps {
  readonly path: string
  readonly box: BoxProps
  readonly lines: boolean | undefined
}

export function TextField({ path, box, lines }: TextFieldProps) {
  const { item, change } = useItem()
  const typed = useTyped(String(valueAt(item, path) ?? ''), (text) => change(path, text.trim() || undefined))
  if (lines) return <Textarea {...box} {...typed} onKeyDown={undefined} />
  return <TextInput {...box} {...typed} autoComplete="off" />
}
