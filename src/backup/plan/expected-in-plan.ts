import type { z } from 'zod'
import type { Expected, Path } from '#registry'
import { PLAN_FORMAT, planSchema } from './plan.ts'

/** What belongs at a path of a plan, read off its schema: the names of members, for the word that was meant. */
export function expectedInPlan(path: Path): Expected | undefined {
  if (path.length === 1 && path[0] === 'format') return { type: 'exactly', value: PLAN_FORMAT }
  if (path.at(-1) === 'on' || path.at(-1) === 'newestOn') return { type: 'day' }
  const schema = path.reduce<z.core.$ZodType | undefined>(member, planSchema)
  return schema && said(bare(schema))
}

function said({ _zod: { def } }: z.core.$ZodTypes): Expected | undefined {
  if (def.type === 'object') return { type: 'map', names: Object.keys(def.shape) }
  if (def.type !== 'enum') return undefined
  const options = Object.keys(def.entries)
  return { type: 'choice', options: Object.fromEntries(options.map((name) => [name, { ja: name, en: name }])) }
}

function member(schema: z.core.$ZodType | undefined, step: string | number): z.core.$ZodType | undefined {
  const def = schema && bare(schema)._zod.def
  if (def?.type === 'object') return Object.hasOwn(def.shape, step) ? def.shape[step] : undefined
  return def?.type === 'array' ? def.element : undefined
}

/** The schema without what says that it may be absent. */
function bare(schema: z.core.$ZodType): z.core.$ZodTypes {
  const known = schema as z.core.$ZodTypes
  const { def } = known._zod
  return def.type === 'optional' || def.type === 'default' || def.type === 'prefault' ? bare(def.innerType) : known
}
