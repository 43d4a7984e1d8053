const learnerHeader = 'external_id,portal,email,given_name,family_name,certificate_name,credentials,profession,specialty,alternate_emails,npi,newsletters,status,registered_at'

interface LearnerCells {
  readonly id?: string
  readonly portal?: string
  readonly email?: string
  readonly given?: string
  readonly family?: string
  readonly specialty?: string
  readonly alternates?: string
  readonly npi?: string
  readonly status?: string
}

/** A `learners.csv` of these rows; what a test does not name is good and the same every time. */
export function learnersFile(...rows: readonly LearnerCells[]): string {
  const lines = rows.map((row) => {
    const id = row.id ?? 'L-1'
    return [
      id, row.portal ?? 'haymarket-mycme', row.email ?? `${id.toLowerCase()}@example.org`, row.given ?? 'Mei', row.family ?? 'Patel', '', 'MD', 'physician',
      row.specialty ?? '', row.alternates ?? '', row.npi ?? '', '', row.status ?? 'active', '2026-01-20T15:00:00-05:00',
    ].join(',')
  })
  return [learnerHeader, ...lines, ''].join('\n')
}

export const activitiesFile = `external_id,portal,title,delivery,pretest_required,posttest_required,evaluation_required
A-1,haymarket-mycme,Lipids,enduring,no,yes,yes
`

export const activityCreditsFile = `activity_id,credit_type,max_amount,step,accreditation_number,pharmacology_amount
A-1,ama_pra_1,1.25,0.25,,
A-1,aapa_1,1.25,0.25,,
`

export const enrolmentsFile = `external_id,learner_id,activity_id,registered_at
E-1,L-1,A-1,2026-10-01T09:00:00-05:00
E-2,L-1,A-1,2026-10-02T09:00:00-05:00
`

interface ClaimCells {
  readonly id?: string
  readonly enrolment?: string
  readonly type?: string
  readonly amount?: string
  readonly number?: string
  readonly status?: string
  readonly supersededBy?: string
}

/** A `claims.csv` of these rows. */
export function claimsFile(...rows: readonly ClaimCells[]): string {
  const lines = rows.map((row) =>
    [row.id ?? 'C-1', row.enrolment ?? 'E-1', row.type ?? 'ama_pra_1', row.amount ?? '1.25', '2026-11-01T15:00:00-05:00', row.number ?? '', row.status ?? '', row.supersededBy ?? ''].join(','),
  )
  return ['external_id,enrolment_id,credit_type,amount,claimed_at,certificate_number,status,superseded_by', ...lines, ''].join('\n')
}

/** A folder in which one learner has claimed once. */
export function oneClaimFolder(claims: string = claimsFile({ number: 'N-1' })): Readonly<Record<string, string>> {
  return { 'learners.csv': learnersFile({}), 'activities.csv': activitiesFile, 'activity_credits.csv': activityCreditsFile, 'enrolments.csv': enrolmentsFile, 'claims.csv': claims }
}
