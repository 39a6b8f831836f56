import type { Certificate } from '../x509/certificate.ts'

/** From the signer's certificate upwards, by names, as far as the certificates at hand go. It proves nothing; verifying does. */
export function chainAbove(certificate: Certificate, certificates: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = []
  let below = certificate
  for (;;) {
    const above = certificates.find(
      (one) => one.subject.key === below.issuer.key && one !== below && !chain.includes(one),
    )
    if (above === undefined) return chain
    chain.push(above)
    below = above
  }
}
