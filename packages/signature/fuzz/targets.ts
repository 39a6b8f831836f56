import { cmsTarget, stampAnswerTarget, stampTarget } from './cms-targets.ts'
import type { FuzzTarget } from './fuzz.ts'
import { pkcs12SafeTarget, pkcs12Target } from './key-targets.ts'
import { pdfTarget } from './pdf-targets.ts'
import { answerTarget, certificateTarget, extensionTarget, listTarget, roleTarget } from './x509-targets.ts'
import { manifestTarget, xmlSignatureTarget, xmlTarget } from './xml-targets.ts'

/** Every reader of outside octets has its row here. */
export const targets: readonly FuzzTarget[] = [
  certificateTarget,
  extensionTarget,
  roleTarget,
  listTarget,
  answerTarget,
  cmsTarget,
  stampTarget,
  stampAnswerTarget,
  pdfTarget,
  xmlTarget,
  xmlSignatureTarget,
  manifestTarget,
  pkcs12Target,
  pkcs12SafeTarget,
]
