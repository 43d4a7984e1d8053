import type { HandlerResult, Input } from '@shared/contract'
import type { CivilDate } from '@shared/model/civil-date'
import { civilDateIn, type Instant } from '@shared/model/instant'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { learnerIdentifierLine } from '@shared/policy/learner-identifier-line'
import { composeTranscript, type TranscriptFacts, type TranscriptRecord } from '@shared/policy/transcript-composition'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { Certificate, CertificateContextFacts } from '../ports/repositories/certificate-repository'
import type { Learner } from '../ports/repositories/learner-repository'
import type { Transcript } from '../ports/repositories/transcript-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { providerOf } from './certificate-facts'
import { printLedgerPaper } from './ledger-printing'
import { paperContact } from './paper-contact'
import { sealSnapshot, type PrintResult } from './paper-keeping'

export interface TranscriptService {
  /** Freezes the learner's certificates in force of a period and gives the list a number (C13, C14); both days count. */
  issue(input: Input<'transcripts.issue'>, acting: Acting): Promise<HandlerResult<'transcripts.issue'>>
  /** The transcript of that number, the same bytes each time. */
  print(number: string, acting: Acting): Promise<PrintResult>
}

type Issued = Result<Transcript, Extract<HandlerResult<'transcripts.issue'>, { ok: false }>['error']['code']>

interface Period {
  readonly from: CivilDate | null
  readonly to: CivilDate | null
}

/** A row of the transcript, from what the certificate froze: a later change of the record moves no row. */
function recordOf(certificate: Certificate, { activity, maximumAmount }: CertificateContextFacts): TranscriptRecord {
  return {
    earnedOn: activity.heldOn?.last ?? certificate.facts.completedOn,
    title: activity.title,
    format: activity.format,
    delivery: activity.delivery,
    location: activity.location,
    certificateNumber: certificate.number,
    creditType: certificate.creditType,
    form: certificate.form,
    amountClaimed: certificate.amount,
    maximumAmount,
  }
}

const within = ({ from, to }: Period, day: CivilDate): boolean => (from === null || from <= day) && (to === null || day <= to)

async function recordsOf(learnerId: number, period: Period, { certificates }: Repositories): Promise<readonly TranscriptRecord[]> {
  const records: TranscriptRecord[] = []
  for (const certificate of await certificates.listCurrentOfLearner(learnerId)) {
    records.push(recordOf(certificate, await certificates.getContext(certificate.contextId)))
  }
  return records.filter(({ earnedOn }) => within(period, earnedOn))
}

function factsOf(learner: Learner, portal: PortalProfile, period: Period, records: readonly TranscriptRecord[]): Omit<TranscriptFacts, 'number' | 'issuedAt'> {
  return {
    zone: portal.zone.value,
    provider: providerOf(portal),
    contact: paperContact(portal, 'general'),
    learner: {
      printedName: learner.certificateName.trim() === '' ? `${learner.givenName} ${learner.familyName}` : learner.certificateName,
      credentials: learner.credentials,
      identifier: learnerIdentifierLine(null, learner),
    },
    ...period,
    records,
  }
}

export function createTranscriptService(ports: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'paper' | 'hashing'>): TranscriptService {
  const { unitOfWork, clock, hashing } = ports

  async function freeze(learner: Learner, period: Period, issuedAt: Instant, repositories: Repositories, acting: Acting): Promise<Issued> {
    const { portals, numberSeries, transcripts, audit } = repositories
    const portal = await portals.find(learner.portal)
    if (portal === undefined) throw new Error(`there is no portal profile ${learner.portal}`)
    const records = await recordsOf(learner.id, period, repositories)
    const year = civilDateIn(issuedAt, portal.zone.value).slice(0, 4)
    const number = `CD${year}-T${String(await numberSeries.take(`transcript-${year}`, 1)).padStart(5, '0')}`
    const composed = composeTranscript({ ...factsOf(learner, portal, period, records), number, issuedAt })
    if (!composed.ok) return composed
    const transcript = { number, learnerId: learner.id, fromOn: period.from, toOn: period.to, issuedAt, issuedBy: acting.actor, ...sealSnapshot(composed.value, hashing) }
    const id = await transcripts.add(transcript)
    const after = { number, from: period.from, to: period.to, records: records.length }
    await audit.append({ at: issuedAt, operation: 'transcripts.issue', entity: 'transcript', entityId: id, learnerId: learner.id, reason: '', before: {}, after }, acting)
    return ok({ id, ...transcript, bytesSha256: null })
  }

  const printTranscript = (transcript: Transcript, acting: Acting): Promise<PrintResult> =>
    printLedgerPaper(ports, { kind: 'transcript', ...transcript }, (repositories) => repositories.transcripts, acting)

  return {
    async issue({ learnerId, fromOn, toOn }, acting) {
      if (fromOn !== null && toOn !== null && toOn < fromOn) return refuse('period_reversed', { field: 'toOn' })
      const issued = await unitOfWork.run(async (repositories): Promise<Issued> => {
        const learner = await repositories.learners.find(recordNumber('learner', learnerId) ?? -1)
        if (learner === undefined) return refuse('not_found')
        return freeze(learner, { from: fromOn, to: toOn }, clock.now(), repositories, acting)
      })
      if (!issued.ok) return issued
      const printed = await printTranscript(issued.value, acting)
      return printed.ok ? ok(printed.value.view) : printed
    },
    async print(number, acting) {
      const transcript = await unitOfWork.read(({ transcripts }) => transcripts.findByNumber(number))
      return transcript === undefined ? refuse('not_found') : printTranscript(transcript, acting)
    },
  }
}
