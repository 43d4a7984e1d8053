import type { CivilDate } from '@shared/model/civil-date'
import type { CreditType } from '@shared/model/field-codes'
import { civilDateIn, type Instant } from '@shared/model/instant'
import type { ProviderIdentity } from '@shared/policy/certificate-composition'
import { designatedCreditFor } from '@shared/policy/designated-credit'
import { learnerIdentifierLine } from '@shared/policy/learner-identifier-line'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { DesignatedActivity, Session } from '../ports/repositories/activity-repository'
import type { CertificateContextFacts, CertificateLearnerFacts } from '../ports/repositories/certificate-repository'
import type { ClaimSource } from '../ports/repositories/claim-repository'
import type { Enrolment } from '../ports/repositories/enrolment-repository'

/** The provider as paper names it; taken out of the profile field by field, so that only these are frozen. */
export function providerOf({ provider }: PortalProfile): ProviderIdentity {
  return {
    name: provider.name,
    addressLine: provider.addressLine,
    web: provider.web,
    accent: provider.accent,
    logoLetter: provider.logoLetter,
    signatory: { name: provider.signatory.name, title: provider.signatory.title },
    phraseNumber: provider.phraseNumber,
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)

/** The name the platform printed then, else the learner's own wish, else given and family name. */
export function printedNameOf({ claim, learner }: Pick<ClaimSource, 'claim' | 'learner'>): string {
  return [claim.certificateName, learner.certificateName].find((name) => name.trim() !== '') ?? `${learner.givenName} ${learner.familyName}`
}

/** Attendance, else the evaluation, else the test, else the claim itself. */
function completedAt({ claim, enrolment }: Pick<ClaimSource, 'claim' | 'enrolment'>): Instant {
  return enrolment.attendedAt ?? enrolment.evaluatedAt ?? enrolment.passedAt ?? claim.claimedAt
}

/** Which session of a series was attended: the one of that day, or the only one there is. */
function attendedSession(sessions: readonly Session[], enrolment: Enrolment, zone: string): Session | undefined {
  const cameAt = enrolment.attendedAt ?? enrolment.eventCodeEnteredAt
  const sameDay = cameAt === null ? [] : sessions.filter((session) => civilDateIn(session.startsAt, zone) === civilDateIn(cameAt, zone))
  return sameDay.findLast((session) => cameAt !== null && session.startsAt <= cameAt) ?? sameDay[0] ?? (sessions.length === 1 ? sessions[0] : undefined)
}

interface Holding {
  readonly location: string | null
  readonly heldOn: CertificateContextFacts['activity']['heldOn']
}

function days(startsAt: Instant, endsAt: Instant, zone: string): { first: CivilDate; last: CivilDate } {
  return { first: civilDateIn(startsAt, zone), last: civilDateIn(endsAt, zone) }
}

/** Where and when a live activity was held for this learner; of a series only the session attended is known to be theirs. */
function holdingOf({ activity, sessions }: DesignatedActivity, enrolment: Enrolment, zone: string): Holding {
  const place = orNull(activity.location)
  if (activity.delivery !== 'live') return { location: place, heldOn: null }
  if (sessions.length > 0) {
    const session = attendedSession(sessions, enrolment, zone)
    return session === undefined ? { location: place, heldOn: null } : { location: orNull(session.location) ?? place, heldOn: days(session.startsAt, session.endsAt, zone) }
  }
  const { startsAt, endsAt } = activity
  return { location: place, heldOn: startsAt === null ? null : days(startsAt, endsAt ?? startsAt, zone) }
}

/** Only jointly accredited providers designate IPCE credit or bear a JA number (section 1.4, S58). */
function holdsJointAccreditation({ credits }: DesignatedActivity): boolean {
  return credits.some(({ creditType, accreditationNumber }) => creditType === 'ipce' || (accreditationNumber ?? '').startsWith('JA'))
}

/** What a context depends on beside the activity and its portal: claims that agree in it share one. */
export function contextKey({ claim, enrolment, learner }: ClaimSource, { activity, credits, sessions }: DesignatedActivity): string {
  const ownSession = activity.delivery === 'live' && sessions.length > 0 ? (enrolment.attendedAt ?? enrolment.eventCodeEnteredAt) : null
  const ownMaximum = credits.some((credit) => credit.creditType === claim.creditType) ? null : claim.amount
  return JSON.stringify([activity.id, claim.creditType, learner.profession, ownSession, ownMaximum])
}

/**
 * Freezes provider, activity and designation as they are now (trap T24). A credit type the activity does not designate
 * has the amount claimed as its maximum. Approval dates are not in the exchange format, so none are stated.
 */
export function freezeContext(source: ClaimSource, designated: DesignatedActivity, portal: PortalProfile, creditType: CreditType): CertificateContextFacts {
  const { activity } = designated
  const zone = portal.zone.value
  const credit = designatedCreditFor(designated.credits, creditType, source.learner.profession)
  return {
    portal: portal.key,
    zone,
    provider: providerOf(portal),
    activity: {
      externalId: activity.externalId,
      title: activity.title,
      format: activity.format,
      delivery: activity.delivery,
      ...holdingOf(designated, source.enrolment, zone),
      accreditor: orNull(activity.accreditor),
      jointProvider: orNull(activity.jointProvider),
      ...(holdsJointAccreditation(designated) ? { jointlyAccredited: true } : {}),
      accreditationNumber: credit?.accreditationNumber ?? null,
      pharmacologyAmount: credit?.pharmacologyAmount ?? null,
      approval: null,
    },
    maximumAmount: credit?.maxAmount ?? source.claim.amount,
  }
}

/** Freezes the learner's side as it is now: name, letters, profession and the one identifier of that credit (trap T7). */
export function freezeLearner(source: ClaimSource, portal: PortalProfile, creditType: CreditType): CertificateLearnerFacts {
  const { learner } = source
  return {
    printedName: printedNameOf(source),
    credentials: learner.credentials,
    professionAtClaim: learner.profession,
    identifier: learnerIdentifierLine(creditType, learner),
    completedOn: civilDateIn(completedAt(source), portal.zone.value),
    replaces: null,
  }
}
