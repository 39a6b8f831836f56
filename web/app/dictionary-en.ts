import { en as access } from '../access/words.en.ts'
import { en as destruction } from '../archive/destruction/words.en.ts'
import { en as archive } from '../archive/document/words.en.ts'
import { en as medium } from '../archive/medium/words.en.ts'
import { en as retention } from '../archive/retention/words.en.ts'
import { en as scan } from '../archive/scan/words.en.ts'
import { en as director } from '../assessment/director/words.en.ts'
import { en as plan } from '../assessment/plan/words.en.ts'
import { en as assessment } from '../assessment/words.en.ts'
import { en as inspector } from '../inspector/words.en.ts'
import { en as journal } from '../journal/words.en.ts'
import { en as logReview } from '../log-review/words.en.ts'
import { en as parts } from '../parts/words.en.ts'
import { en as registry } from '../registry/words.en.ts'
import { en as cards } from '../signature/cards/words.en.ts'
import { en as trust } from '../signature/trust/words.en.ts'
import { en as verify } from '../signature/verify/words.en.ts'
import { en as supplier } from '../supplier/words.en.ts'
import { en as timetable } from '../timetable/words.en.ts'
import { en as today } from '../today/words.en.ts'
import { en as witness } from '../witness/words.en.ts'
import { en as wizard } from '../wizard/words.en.ts'
import type { Dictionary, Translated } from './dictionary.ts'
import { en as app } from './words.en.ts'

export const english: { readonly [Noun in keyof Dictionary]: Translated<Dictionary[Noun]> } = {
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
}
