import { ja as access } from '../access/words.ja.ts'
import { ja as destruction } from '../archive/destruction/words.ja.ts'
import { ja as archive } from '../archive/document/words.ja.ts'
import { ja as medium } from '../archive/medium/words.ja.ts'
import { ja as retention } from '../archive/retention/words.ja.ts'
import { ja as scan } from '../archive/scan/words.ja.ts'
import { ja as director } from '../assessment/director/words.ja.ts'
import { ja as plan } from '../assessment/plan/words.ja.ts'
import { ja as assessment } from '../assessment/words.ja.ts'
import { ja as inspector } from '../inspector/words.ja.ts'
import { ja as journal } from '../journal/words.ja.ts'
import { ja as logReview } from '../log-review/words.ja.ts'
import { ja as parts } from '../parts/words.ja.ts'
import { ja as registry } from '../registry/words.ja.ts'
import { ja as cards } from '../signature/cards/words.ja.ts'
import { ja as trust } from '../signature/trust/words.ja.ts'
import { ja as verify } from '../signature/verify/words.ja.ts'
import { ja as supplier } from '../supplier/words.ja.ts'
import { ja as timetable } from '../timetable/words.ja.ts'
import { ja as today } from '../today/words.ja.ts'
import { ja as witness } from '../witness/words.ja.ts'
import { ja as wizard } from '../wizard/words.ja.ts'
import { ja as app } from './words.ja.ts'

/** All Japanese words, by noun. Each noun keeps its own; the key is a flat name like `verdict.calm`. */
export const dictionary = {
  app,
  parts,
  access,
  today,
  wizard,
  registry,
  assessment,
  plan,
  director,
  supplier,
  inspector,
  journal,
  logReview,
  cards,
  trust,
  verify,
  witness,
  timetable,
  archive,
  retention,
  scan,
  medium,
  destruction,
} as const

export type Dictionary = typeof dictionary

/**
 * The same keys in the other language; a missing key fails the type check. English may add `key_one`, which is taken
 * when `count` is 1; Japanese needs no plural.
 */
export type Translated<Words> = { readonly [Key in keyof Words]: string } & {
  readonly [Key in keyof Words as `${Key & string}_one`]?: string
}
