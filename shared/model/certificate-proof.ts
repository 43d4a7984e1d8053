/** What proves a certificate, beside its snapshot: the signed payload of its QR code, and the code a person can read out. */
export interface CertificateProof {
  readonly token: string
  /** "7F3K-Q2MD" */
  readonly code: string
}
