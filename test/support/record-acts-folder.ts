/**
 * An exchange folder for acts on enrolments and people. L-1 attended A-1 (Cleveland) 60 days before the sample's day; L-2
 * failed A-2 (Maryland) three times; A-3 has expired; L-3 registered for the series A-5 and entered no code.
 */
export const recordActsFolder = {
  'learners.csv': [
    'external_id,portal,email,given_name,family_name,certificate_name,credentials,profession,npi,nabp_eprofile_id,birth_month_day,licence_state,licence_number,board,board_id,status,registered_at',
    'L-1,cleveland-clinic-mycme,anna.berg@example.org,Anna,Berg,,MD,physician,1234567893,,0207,OH,D12345,abim,445566,active,2024-01-05T09:00:00-05:00',
    'L-2,maryland-pharmacy-ce,katya@example.org,Katya,Wolff,,PharmD,pharmacist,,0012344471,0229,,,,,active,2024-01-05T09:00:00-05:00',
    'L-3,cleveland-clinic-mycme,omar.haddad@example.org,Omar,Haddad,,MD,physician,,,,,,,,active,2024-01-05T09:00:00-05:00',
    'L-4,haymarket-mycme,ase.tanaka@example.org,Åse,Tanaka,,"MPAS, PA-C",physician_assistant,,,,,,,,active,2024-01-05T09:00:00-05:00',
    'L-5,cleveland-clinic-mycme,locked@example.org,Lena,Locked,,MD,physician,,,,,,,,locked,2024-01-05T09:00:00-05:00',
    'L-6,med-challenger,mia.ortiz@example.org,Mia,Ortiz,,MD,physician,,,,,,,,active,2024-01-05T09:00:00-05:00',
    'L-8,maryland-pharmacy-ce,ivo.lang@example.org,Ivo,Lang,,PharmD,pharmacist,,0012344472,0301,,,,,active,2024-01-05T09:00:00-05:00',
    'L-7,haymarket-mycme,noor.aziz@example.org,Noor,Aziz,,MD,physician,1245319599,,,,,,,active,2024-01-05T09:00:00-05:00',
  ].join('\n'),
  'activities.csv': [
    'external_id,portal,title,accreditor,format,delivery,release_date,expiration_date,starts_at,ends_at,location,pretest_required,posttest_required,evaluation_required,event_code',
    'A-1,cleveland-clinic-mycme,Grand Rounds: Sepsis,,live_meeting,live,,2027-06-30,2026-09-21T08:00:00-04:00,2026-09-21T09:00:00-04:00,Bunts Auditorium,no,no,no,',
    'A-2,maryland-pharmacy-ce,USP 797: Cleanroom Practice,University of Maryland School of Pharmacy,,enduring,2025-10-01,2027-10-01,,,,no,yes,yes,',
    'A-3,cleveland-clinic-mycme,Old Webcast,,webcast,enduring,2024-01-01,2026-06-30,,,,no,no,yes,',
    'A-4,cleveland-clinic-mycme,Another Webcast,,webcast,enduring,2026-01-01,2027-06-30,,,,no,no,yes,',
    'A-5,cleveland-clinic-mycme,Cardiology Grand Rounds,,grand_rounds,live,,,,,,no,no,no,',
    'A-6,haymarket-mycme,Practice Changes in Psoriasis,Haymarket Medical Education,webcast,enduring,2026-01-10,2027-06-08,,,,yes,yes,yes,',
    'A-7,med-challenger,Emergency Airway,,course,enduring,2026-01-10,2027-06-08,,,,no,no,no,',
  ].join('\n'),
  'sessions.csv': [
    'external_id,activity_id,starts_at,ends_at,location,event_code,capacity',
    'S-1,A-5,2026-11-03T07:00:00-05:00,2026-11-03T08:00:00-05:00,Bunts Auditorium,GR1O5L,100',
    'S-2,A-5,2026-11-10T07:00:00-05:00,2026-11-10T08:00:00-05:00,Room 12,GR2222,100',
    'S-3,A-5,2026-11-24T07:00:00-05:00,2026-11-24T08:00:00-05:00,Room 12,GR3333,100',
    'S-4,A-5,2026-09-01T07:00:00-04:00,2026-09-01T08:00:00-04:00,Room 12,GR4444,100',
  ].join('\n'),
  'activity_credits.csv': [
    'activity_id,credit_type,max_amount,step,accreditation_number,pharmacology_amount',
    'A-1,ama_pra_1,1.00,0.25,,',
    'A-2,acpe,2.00,2.00,0731-0000-26-014-H07-P,',
    'A-2,ama_pra_1,2.00,0.25,,',
    'A-3,ama_pra_1,1.00,0.25,,',
    'A-4,ama_pra_1,1.00,0.25,,',
    'A-5,ama_pra_1,1.00,0.25,,',
    'A-5,ancc,1.00,0.01,,',
    'A-6,ama_pra_1,1.25,0.25,,',
    'A-6,aapa_1,1.00,0.25,,',
    'A-6,ancc,1.16,0.01,P0123,',
    'A-7,ama_pra_1,1.00,0.25,,',
  ].join('\n'),
  'enrolments.csv': [
    'external_id,learner_id,activity_id,registered_at,pretest_at,attempts_used,best_percent,passed_at,evaluated_at,attended_at,segments_done,segments_total',
    'E-1,L-1,A-1,2026-09-01T10:00:00-04:00,,,,,,2026-09-21T08:05:00-04:00,,',
    'E-2,L-2,A-2,2026-10-20T10:00:00-04:00,,3,60,,,,4,4',
    'E-3,L-1,A-3,2026-01-20T10:00:00-05:00,,,,,,,,',
    'E-4,L-3,A-5,2026-10-20T10:00:00-04:00,,,,,,,,',
    'E-5,L-4,A-6,2026-10-20T10:00:00-04:00,,1,80,2026-10-28T10:00:00-04:00,,,,',
    'E-6,L-4,A-6,2026-06-20T10:00:00-04:00,2026-06-20T10:00:00-04:00,1,80,2026-06-28T10:00:00-04:00,2026-06-28T10:10:00-04:00,,,',
    'E-7,L-1,A-5,2026-11-12T10:00:00-05:00,,,,,,,,',
    'E-8,L-5,A-5,2026-10-20T10:00:00-04:00,,,,,,,,',
    'E-9,L-6,A-7,2026-10-20T10:00:00-04:00,,,,,,,,',
    'E-11,L-8,A-2,2026-10-20T10:00:00-04:00,,,,,,,2,4',
    'E-10,L-7,A-6,2026-10-20T10:00:00-04:00,2026-10-20T10:00:00-04:00,1,80,2026-10-28T10:00:00-04:00,2026-10-28T10:10:00-04:00,,,',
  ].join('\n'),
} as const satisfies Readonly<Record<string, string>>

const claimsHead = 'external_id,enrolment_id,credit_type,amount,claimed_at,certificate_number,certificate_name,status,superseded_by'

/** A folder with one claim more, made on the platform on the sample's day. */
export function claimFolder(enrolment: string, claim: string): Readonly<Record<string, string>> {
  return { 'claims.csv': [claimsHead, `${claim},${enrolment},ama_pra_1,1.00,2026-11-20T15:30:00-05:00,X-${claim},,,`].join('\n') }
}
