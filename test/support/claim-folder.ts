import { openPaperDesk, type PaperDesk, type PaperDeskOptions } from './paper-desk'

/** An exchange folder with each way of claiming: whole activities, a closed window, credit by topic, an unfinished course. */
const claimFolder = {
  'learners.csv': [
    'external_id,portal,email,given_name,family_name,certificate_name,credentials,profession,specialty,npi,nabp_eprofile_id,birth_month_day,licence_state,licence_number,board,board_id,status,registered_at',
    'L-1,haymarket-mycme,anna@example.org,Anna,Berg,,MD,physician,,,,0207,OH,D12345,,,active,2022-01-05T09:00:00-05:00',
    'L-2,haymarket-mycme,ada@example.org,Ada,Lund,,RN,nurse,,,,,,,,,active,2022-01-05T09:00:00-05:00',
    'L-3,cleveland-clinic-mycme,cleo@example.org,Cleo,Marsh,,MD,physician,,,,,,,,,active,2022-01-05T09:00:00-05:00',
    'L-4,med-challenger,mia@example.org,Mia,Ortiz,,MD,physician,,,,,,,,,active,2022-01-05T09:00:00-05:00',
    'L-5,med-challenger,max@example.org,Max,Ode,,MD,physician,,,,,,,,,active,2022-01-05T09:00:00-05:00',
  ],
  'activities.csv': [
    'external_id,portal,title,accreditor,joint_provider,format,delivery,release_date,expiration_date,starts_at,ends_at,location,pretest_required,posttest_required,evaluation_required',
    'A-1,haymarket-mycme,Practice Changes in Psoriasis,,,webcast,enduring,2026-01-10,2027-06-08,,,,no,yes,yes',
    'A-2,cleveland-clinic-mycme,Sepsis Symposium,,,live_meeting,live,,,2026-09-14T08:00:00-04:00,2026-09-15T17:00:00-04:00,Cleveland,no,no,no',
    'A-3,cleveland-clinic-mycme,Heart Failure Day,,,live_meeting,live,,,2024-03-10T08:00:00-04:00,2024-03-10T17:00:00-04:00,Cleveland,no,no,no',
    'A-4,med-challenger,Emergency Medicine Review,,,webcast,enduring,2022-10-12,2027-06-08,,,,no,no,no',
    'A-5,med-challenger,Family Medicine Review,,,webcast,enduring,2022-10-12,2027-06-08,,,,no,no,no',
  ],
  'activity_credits.csv': [
    'activity_id,credit_type,max_amount,step,accreditation_number,pharmacology_amount',
    'A-1,ama_pra_1,1.25,0.25,,',
    'A-1,ancc,1.16,0.01,P0123,0.50',
    'A-2,ama_pra_1,6.00,0.25,,',
    'A-3,ama_pra_1,4.00,0.25,,',
    'A-4,ama_pra_1,40.00,0.25,,',
    'A-4,acep_1,40.00,0.25,,',
    'A-5,ama_pra_1,30.00,0.25,,',
    'A-5,aafp_prescribed,30.00,0.25,,',
  ],
  'enrolments.csv': [
    'external_id,learner_id,activity_id,registered_at,passed_at,evaluated_at,attended_at',
    'E-1,L-1,A-1,2026-10-20T10:00:00-04:00,2026-10-28T10:00:00-04:00,2026-10-28T10:09:00-04:00,',
    'E-2,L-2,A-1,2026-10-20T10:00:00-04:00,2026-10-28T10:00:00-04:00,2026-10-28T10:09:00-04:00,',
    'E-3,L-3,A-2,2026-09-01T10:00:00-04:00,,,2026-09-14T08:05:00-04:00',
    'E-4,L-4,A-4,2026-08-17T15:00:00-05:00,,,',
    'E-5,L-4,A-5,2026-08-17T15:00:00-05:00,,,',
    'E-6,L-5,A-4,2026-08-17T15:00:00-05:00,,,',
  ],
  'earned_credits.csv': [
    'external_id,enrolment_id,topic,credit_type,amount,earned_at',
    'Q-1,E-4,anticoagulation,ama_pra_1,1.25,2026-10-29T15:00:00-05:00',
    'Q-2,E-4,vaccines,ama_pra_1,0.75,2026-10-15T15:00:00-05:00',
    'Q-3,E-4,stroke,ama_pra_1,1.00,2023-08-08T15:00:00-05:00',
    'Q-4,E-5,sepsis,ama_pra_1,1.00,2026-09-04T15:00:00-05:00',
    'Q-5,E-6,pain,ama_pra_1,1.00,2026-09-04T15:00:00-05:00',
  ],
  'memberships.csv': ['external_id,learner_id,plan,starts_on,ends_on', 'MB-1,L-4,premium,2026-01-01,2026-12-31', 'MB-2,L-5,premium,2025-01-01,2025-12-31'],
}

/** A desk with those records on it. */
export async function openClaimDesk(options: PaperDeskOptions = {}): Promise<PaperDesk> {
  const desk = await openPaperDesk(options)
  await desk.import(await desk.exchangeFolder(Object.fromEntries(Object.entries(claimFolder).map(([file, lines]) => [file, lines.join('\n')]))))
  return desk
}
