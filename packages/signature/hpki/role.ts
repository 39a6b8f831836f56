import { type Asn1, insideOf, membersOf, readAsn1 } from '../asn1/read.ts'
import { constructed, tag } from '../asn1/tag.ts'
import { expectTag, oidOf, textOf } from '../asn1/value.ts'
import { Malformed } from '../malformed.ts'
import type { Certificate } from '../x509/certificate.ts'

/** 医療資格 — one actor of hcRole (ISO 17090): under which coding scheme, and the role's name exactly as written. */
export interface HealthcareActor {
  readonly scheme: string
  /** null: the actor names no role in free text. */
  readonly text: string | null
}

const healthcareActor = '1.0.17090.0.1'

/** Actors are one for each qualification; nobody holds more than a few. */
const mostActors = 64

/**
 * All actors of a certificate, in order; null: there is no hcRole. The shape, tags EXPLICIT and a SET inside a SET:
 * subjectDirectoryAttributes → Attribute → SET OF HCActorData → SET OF HCActor → [0] CodedData → SET { [0] scheme, [2] name }.
 */
export function healthcareActorsOf(certificate: Certificate): readonly HealthcareActor[] | null {
  const extension = certificate.extensions.get('2.5.29.9')
  if (extension === undefined) return null
  const attributes = membersOf(expectTag(readAsn1(extension.value), tag.sequence, 'directory attributes'))
  const values = attributes.flatMap((attribute) => {
    const [type, set] = membersOf(expectTag(attribute, tag.sequence, 'directory attribute'))
    return oidOf(type) === healthcareActor ? membersOf(expectTag(set, tag.set, 'attribute values')) : []
  })
  if (values.length === 0) return null
  const actors = values.flatMap((data) => membersOf(expectTag(data, tag.set, 'actor data')))
  if (actors.length > mostActors) throw new Malformed('role-too-many-actors', { limit: mostActors })
  return actors.flatMap(readActor)
}

/** An actor without coded data says nothing that Japan's profile reads. */
function readActor(actor: Asn1): readonly HealthcareActor[] {
  const coded = membersOf(expectTag(actor, tag.sequence, 'actor')).find((member) => member.tag === constructed(0))
  if (coded === undefined) return []
  const members = membersOf(expectTag(insideOf(coded), tag.set, 'coded data'))
  if (new Set(members.map((member) => member.tag)).size !== members.length) throw new Malformed('role-member-twice')
  const one = (number: number): Asn1 | undefined => members.find((member) => member.tag === constructed(number))
  const [scheme, name] = [one(0), one(2)]
  if (scheme === undefined) throw new Malformed('role-without-scheme')
  return [
    {
      scheme: oidOf(insideOf(scheme), 'coding scheme'),
      text: name === undefined ? null : textOf(insideOf(name), 'role'),
    },
  ]
}
