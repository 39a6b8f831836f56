import type { BackupPlanFile } from './plan/plan.ts'
import data from './rule-sets.json' with { type: 'json' }

/** What is asked of every plan; the strictest figure of all rules that were named. */
export interface RuleSet {
  readonly minGenerations: number
  /** From this generation on, counted from the newest, a copy lies where neither the network nor a program can write. */
  readonly protectedFrom: number
  readonly minMethods: number
  /** What is older than this many days lies protected, every generation of it. */
  readonly protectedAfterDays?: number
  /** How many days a person's word about a medium counts; section 7.3 has media looked at about monthly. */
  readonly seenValidDays: number
}

export const ruleSets: readonly (RuleSet & { readonly id: string; readonly words: Record<'ja' | 'en', string> })[] =
  data.sets

/** The examples that a file names, with the facility's own rule above: it may ask for more, and cannot ask for less. */
export function rulesFor({ rules, ownRule }: Pick<BackupPlanFile, 'rules' | 'ownRule'>): RuleSet {
  const named = [...ruleSets.filter(({ id }) => rules.includes(id as BackupPlanFile['rules'][number])), ownRule]
  const figures = (key: keyof RuleSet) => named.flatMap((set) => set[key] ?? [])
  const afterDays = figures('protectedAfterDays')
  return {
    minGenerations: Math.max(1, ...figures('minGenerations')),
    protectedFrom: Math.min(10_000, ...figures('protectedFrom')),
    minMethods: Math.max(1, ...figures('minMethods')),
    seenValidDays: Math.min(400, ...figures('seenValidDays')),
    ...(afterDays.length > 0 ? { protectedAfterDays: Math.min(...afterDays) } : {}),
  }
}
