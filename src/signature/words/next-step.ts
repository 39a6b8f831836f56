import type { SubIndication } from '@omamori/signature'

type Step = 'trust' | 'lists' | 'proof' | 'original' | 'changed' | 'anew' | 'revoked' | 'weak'

/** 次にすること — what a reader does about a signature that does not hold, or that nobody can judge. */
const steps: Readonly<Record<SubIndication, Step>> = {
  FORMAT_FAILURE: 'anew',
  HASH_FAILURE: 'changed',
  SIG_CRYPTO_FAILURE: 'changed',
  REVOKED: 'revoked',
  EXPIRED: 'anew',
  NOT_YET_VALID: 'anew',
  SIG_CONSTRAINTS_FAILURE: 'anew',
  CHAIN_CONSTRAINTS_FAILURE: 'anew',
  CERTIFICATE_CHAIN_GENERAL_FAILURE: 'trust',
  CRYPTO_CONSTRAINTS_FAILURE: 'weak',
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE: 'proof',
  POLICY_PROCESSING_ERROR: 'anew',
  SIGNATURE_POLICY_NOT_AVAILABLE: 'anew',
  TIMESTAMP_ORDER_FAILURE: 'anew',
  NO_SIGNING_CERTIFICATE_FOUND: 'anew',
  NO_CERTIFICATE_CHAIN_FOUND: 'trust',
  NO_CERTIFICATE_CHAIN_FOUND_NO_POE: 'trust',
  REVOKED_NO_POE: 'revoked',
  REVOKED_CA_NO_POE: 'revoked',
  OUT_OF_BOUNDS_NOT_REVOKED: 'proof',
  OUT_OF_BOUNDS_NO_POE: 'proof',
  REVOCATION_OUT_OF_BOUNDS_NO_POE: 'lists',
  NO_POE: 'proof',
  TRY_LATER: 'lists',
  SIGNED_DATA_NOT_FOUND: 'original',
}

const sentences: Readonly<Record<'ja' | 'en', Readonly<Record<Step, string>>>> = {
  ja: {
    trust: '署名者の認証局が信頼できるかを人が確かめ、その証明書を信頼するものに加えてから、もう一度検証してください。',
    lists: '認証局が出している新しい失効リストを加えて、もう一度検証してください。',
    proof: '期限の前に押されたタイムスタンプのあるファイルがないか、送り主に確かめてください。',
    original: '署名されたもとのファイルも一緒に選んで、もう一度検証してください。',
    changed: 'このファイルは使わず、送り主に、変わる前のファイルを送り直してもらってください。',
    anew: 'このファイルは使わず、送り主に、署名し直したファイルを送ってもらってください。',
    revoked: 'このファイルは使わず、署名した人に、電話などで確かめてください。',
    weak: '送り主に、いまの強さの暗号で署名し直してもらってください。',
  },
  en: {
    trust:
      "Have a person make sure that the signer's authority can be trusted, add its certificate to what is trusted, and verify again.",
    lists: 'Add a fresh revocation list of the authority, and verify again.',
    proof: 'Ask the sender for a file that was time-stamped before the end.',
    original: 'Choose the original file that was signed too, and verify again.',
    changed: 'Do not use this file. Ask the sender for the file as it was before it changed.',
    anew: 'Do not use this file. Ask the sender for one that is signed anew.',
    revoked: 'Do not use this file. Ask the signer, by telephone for instance.',
    weak: 'Ask the sender to sign anew with the algorithms of today.',
  },
}

export const nextStep = (sub: SubIndication, language: 'ja' | 'en'): string => sentences[language][steps[sub]]
