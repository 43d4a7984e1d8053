import type { PortalProfile } from '../portals/portal-profile'
import type { Evidence } from './evidence'
import { printableName } from './printable-name'

/** A certificate in force that bears a name. */
export interface NamedCertificate {
  readonly id: string
  readonly number: string
  readonly printedName: string
}

export interface NameChangeFacts {
  readonly portal: PortalProfile
  readonly learner: { readonly id: string; readonly givenName: string; readonly familyName: string; readonly certificateName: string }
  /** The learner's certificates in force. */
  readonly certificates: readonly NamedCertificate[]
}

/** The names as they shall be, and which certificates to reissue: none is "future certificates only". */
export interface NameChangeRequest {
  readonly givenName: string
  readonly familyName: string
  readonly certificateName: string
  readonly reissue: readonly string[]
  readonly reason: string
}

export const nameChangeRefusals = [
  'field_missing',
  'nothing_changed',
  'name_not_printable',
  'names_frozen',
  'names_at_preview_only',
  'record_kept_elsewhere',
  'certificate_not_in_force',
  'name_on_it_already',
  'reason_missing',
] as const
export type NameChangeRefusal = (typeof nameChangeRefusals)[number]

interface Judged {
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

export type NamingPolicyVerdict = Judged & { readonly kind: 'may_reissue' } | (Judged & { readonly kind: 'future_only'; readonly code: 'names_frozen' | 'names_at_preview_only' | 'record_kept_elsewhere' })

/** Whether a portal lets certificates already issued be reissued under a new name (5.5: C15, H33, M16, P14, P15). */
export function judgeNamingPolicy(portal: PortalProfile): NamingPolicyVerdict {
  const { value, rows } = portal.oldCertificateNames
  const evidence: readonly Evidence[] = [{ recordKind: 'portal', record: portal.key, field: 'old_certificate_names', value }]
  const judged = { rows, evidence }
  switch (value) {
    case 'editable':
      return { kind: 'may_reissue', ...judged, nextStep: 'Choose the certificates to reissue; each keeps its predecessor on file.' }
    case 'frozen':
      return { kind: 'future_only', code: 'names_frozen', ...judged, nextStep: 'Here only future certificates bear a new name: historical ones do not change.' }
    case 'preview_only':
      return { kind: 'future_only', code: 'names_at_preview_only', ...judged, nextStep: 'Here the name is checked at the preview, before a certificate is made; one that was made keeps its name.' }
    case 'external_record':
      return { kind: 'future_only', code: 'record_kept_elsewhere', ...judged, nextStep: 'The official record is CPE Monitor or CME Passport: have the name put right there.' }
  }
}

export type NameChangeVerdict =
  | (Judged & { readonly kind: 'allowed'; readonly printedName: string; readonly reissue: readonly NamedCertificate[]; readonly unchanged: number })
  | (Judged & { readonly kind: 'refused'; readonly code: NameChangeRefusal; readonly field: 'givenName' | 'familyName' | 'certificateName' | 'reissue' | 'reason'; readonly facts: Readonly<Record<string, string>> })

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** The name that certificates issued from now on bear: the learner's own wish, else given and family name. */
export function futurePrintedName({ givenName, familyName, certificateName }: Pick<NameChangeRequest, 'givenName' | 'familyName' | 'certificateName'>): string {
  return clean(certificateName) === '' ? clean(`${givenName} ${familyName}`) : clean(certificateName)
}

/**
 * Decides a change of name (H33, C15, M16): future certificates always, certificates already issued where the portal's
 * naming policy allows, each with a linked successor. Refusals: the name, the policy, the certificates, the reason.
 */
export function decideNameChange(facts: NameChangeFacts, request: NameChangeRequest): NameChangeVerdict {
  const policy = judgeNamingPolicy(facts.portal)
  type Field = Extract<NameChangeVerdict, { kind: 'refused' }>['field']
  const refuse = (code: NameChangeRefusal, field: Field, nextStep: string, more: Partial<Judged> & { readonly facts?: Readonly<Record<string, string>> } = {}): NameChangeVerdict => ({
    kind: 'refused',
    code,
    field,
    rows: more.rows ?? policy.rows,
    evidence: more.evidence ?? [],
    nextStep,
    facts: more.facts ?? {},
  })
  if (clean(request.givenName) === '') return refuse('field_missing', 'givenName', 'Enter the given name.')
  if (clean(request.familyName) === '') return refuse('field_missing', 'familyName', 'Enter the family name.')
  const printedName = futurePrintedName(request)
  const printable = printableName(printedName)
  if (!printable.ok) {
    const { character, script } = printable.error.facts ?? {}
    return refuse('name_not_printable', 'certificateName', 'Enter the name for certificates in a script the desk prints.', { rows: ['T6'], facts: { ...(typeof character === 'string' ? { character } : {}), ...(typeof script === 'string' ? { script } : {}) } })
  }
  const { learner } = facts
  const same = clean(request.givenName) === learner.givenName && clean(request.familyName) === learner.familyName && clean(request.certificateName) === learner.certificateName
  if (same && request.reissue.length === 0) return refuse('nothing_changed', 'certificateName', 'Change the name, or choose certificates to reissue.')
  if (request.reissue.length > 0 && policy.kind === 'future_only') return refuse(policy.code, 'reissue', policy.nextStep, { evidence: policy.evidence })
  const reissue: NamedCertificate[] = []
  for (const id of new Set(request.reissue)) {
    const certificate = facts.certificates.find((one) => one.id === id)
    if (certificate === undefined) return refuse('certificate_not_in_force', 'reissue', 'Choose among the certificates in force.')
    const evidence: readonly Evidence[] = [{ recordKind: 'certificate', record: certificate.number, field: 'printed_name', value: certificate.printedName }]
    if (certificate.printedName === printedName) return refuse('name_on_it_already', 'reissue', `${certificate.number} bears this name already: leave it out.`, { evidence, facts: { number: certificate.number } })
    reissue.push(certificate)
  }
  if (request.reason.trim() === '') return refuse('reason_missing', 'reason', 'Say why and on what proof: the history keeps it.')
  return {
    kind: 'allowed',
    printedName,
    reissue,
    unchanged: facts.certificates.length - reissue.length,
    rows: policy.rows,
    evidence: reissue.map((certificate) => ({ recordKind: 'certificate', record: certificate.number, field: 'printed_name', value: certificate.printedName })),
    nextStep: reissue.length === 0 ? 'Save the name: certificates already issued stay as they are.' : 'Save the name: each chosen certificate gets a successor, and the learner a drafted mail.',
  }
}
