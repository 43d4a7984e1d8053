/** An exchange folder small enough to be read whole, with each case that claims and paper must tell apart. */
export const paperFolder = {
  'learners.csv': [
    'external_id,portal,email,given_name,family_name,certificate_name,credentials,profession,specialty,npi,nabp_eprofile_id,birth_month_day,licence_state,licence_number,board,board_id,status,registered_at',
    'L-1,haymarket-mycme,anna.berg@example.org,Anna,Berg,Dr. Anna Berg,"MD, FACP",physician,Cardiology,1234567893,,0207,OH,D12345,abim,445566,active,2024-01-05T09:00:00-05:00',
    'L-2,haymarket-mycme,ase.tanaka@example.org,Åse,Tanaka,,"MPAS, PA-C",physician_assistant,Surgery,,,,,,,,active,2024-01-05T09:00:00-05:00',
    'L-3,maryland-pharmacy-ce,katya@example.org,Екатерина,Вознесенская,,PharmD,pharmacist,,,0012344471,0207,,,,,active,2024-01-05T09:00:00-05:00',
    'L-4,haymarket-mycme,david.levi@example.org,დავით,ლომიძე,,RN,nurse,,,,,,,,,active,2024-01-05T09:00:00-05:00',
  ].join('\n'),
  'activities.csv': [
    'external_id,portal,title,accreditor,joint_provider,format,delivery,release_date,expiration_date,starts_at,ends_at,location,pretest_required,posttest_required,evaluation_required',
    'A-1,haymarket-mycme,Practice Changes in Psoriasis,Haymarket Medical Education,,webcast,enduring,2026-01-10,2027-06-08,,,,no,yes,yes',
    'A-2,maryland-pharmacy-ce,USP 797: Cleanroom Practice,University of Maryland School of Pharmacy,,,enduring,2025-10-01,2027-10-01,,,,no,yes,yes',
    'A-3,haymarket-mycme,Update in Hospital Medicine,,,live_meeting,live,,,2026-08-20T08:00:00-04:00,2026-08-21T17:00:00-04:00,"Conference Center, Lakeshore, Ohio",no,no,yes',
    'A-4,cleveland-clinic-mycme,Grand Rounds: Sepsis,,,grand_rounds,live,,,,,,no,no,yes',
  ].join('\n'),
  'sessions.csv': [
    'external_id,activity_id,starts_at,ends_at,location,event_code,capacity',
    'S-1,A-4,2026-10-06T07:00:00-04:00,2026-10-06T08:00:00-04:00,Auditorium A,GR1,100',
    'S-2,A-4,2026-10-13T07:00:00-04:00,2026-10-13T08:00:00-04:00,Auditorium B,GR2,100',
  ].join('\n'),
  'activity_credits.csv': [
    'activity_id,credit_type,max_amount,step,accreditation_number,pharmacology_amount',
    'A-1,ama_pra_1,1.25,0.25,,',
    'A-1,aapa_1,1.00,0.25,,',
    'A-1,aafp_prescribed,1.10,0.25,,',
    'A-1,ancc,1.16,0.01,P0123,0.50',
    'A-1,abp_moc_2,1.25,0.25,,',
    'A-1,abim_moc,1.25,0.25,,',
    'A-2,acpe,2.00,2.00,0731-0000-26-014-H07-P,',
    'A-2,ama_pra_1,2.00,0.25,,',
    'A-3,ama_pra_1,9.75,0.25,,',
    'A-4,ama_pra_1,1.00,0.25,,',
    'A-4,abim_moc,1.00,0.25,,',
  ].join('\n'),
  'enrolments.csv': [
    'external_id,learner_id,activity_id,registered_at,passed_at,evaluated_at,attended_at',
    'E-1,L-1,A-1,2026-10-20T10:00:00-04:00,2026-10-28T10:00:00-04:00,2026-10-28T10:09:00-04:00,',
    'E-2,L-2,A-1,2026-10-20T10:00:00-04:00,2026-10-31T10:00:00-04:00,2026-10-31T10:09:00-04:00,',
    'E-3,L-3,A-2,2026-10-20T10:00:00-04:00,2026-10-21T10:00:00-04:00,2026-10-21T10:09:00-04:00,',
    'E-4,L-3,A-2,2026-01-10T10:00:00-05:00,2026-01-21T10:00:00-05:00,2026-01-21T10:09:00-05:00,',
    'E-5,L-1,A-3,2026-08-01T10:00:00-04:00,,,2026-08-20T08:05:00-04:00',
    'E-6,L-4,A-1,2026-10-20T10:00:00-04:00,2026-10-31T10:00:00-04:00,2026-10-31T10:09:00-04:00,',
    'E-7,L-1,A-4,2026-10-01T10:00:00-04:00,,,2026-10-13T07:10:00-04:00',
  ].join('\n'),
  'claims.csv': [
    'external_id,enrolment_id,credit_type,amount,claimed_at,certificate_number,certificate_name,status,superseded_by',
    'C-1,E-1,ama_pra_1,1.25,2026-11-01T15:00:00-05:00,X-1,,,',
    'C-2,E-2,ama_pra_1,1.25,2026-11-01T15:00:00-05:00,X-2,,,',
    'C-3,E-3,acpe,2.00,2026-10-22T10:40:00-04:00,X-3,,,',
    'C-4,E-4,acpe,2.00,2026-01-22T10:40:00-05:00,X-4,,,',
    'C-5,E-5,ama_pra_1,9.00,2026-08-22T09:00:00-04:00,X-5,,superseded,C-6',
    'C-6,E-5,ama_pra_1,8.50,2026-08-24T09:12:00-04:00,X-6,,,',
    'C-7,E-6,ancc,1.16,2026-11-02T15:00:00-05:00,X-7,,,',
    'C-8,E-7,ama_pra_1,1.00,2026-10-14T15:00:00-04:00,,,,',
  ].join('\n'),
  'reports.csv': [
    'claim_id,body,state,at,message',
    'C-3,cpe_monitor,accepted,2026-11-11T15:00:00-05:00,',
    'C-4,cpe_monitor,accepted,2026-02-11T15:00:00-05:00,',
    'C-8,pars,sent,2026-11-11T15:00:00-05:00,',
  ].join('\n'),
  'packages.csv': ['external_id,portal,title,price,currency', 'K-1,haymarket-mycme,All-in-One Pharmacology Package,249.00,USD'].join('\n'),
  'orders.csv': [
    'external_id,learner_id,portal,placed_at,status,currency,discount_code,discount,tax,total,paid_with,card_last4,refunded,refunded_at,billing_name,billing_address',
    'O-1,L-1,haymarket-mycme,2026-10-11T15:00:00-04:00,paid,USD,GROUP10,143.70,61.43,1354.73,card,0564,,,Anna Berg,"981 Main Street, Springfield, NC"',
    'O-2,L-1,haymarket-mycme,2026-10-11T15:00:00-04:00,partly_refunded,USD,,0.00,0.00,249.00,card,0564,49.00,2026-10-20T15:00:00-04:00,,',
    'O-3,L-1,haymarket-mycme,2026-10-11T15:00:00-04:00,pending,USD,,0.00,0.00,249.00,invoice,,,,,',
    'O-4,L-3,maryland-pharmacy-ce,2026-10-11T15:00:00-04:00,paid,USD,,0.00,0.00,50.00,code,,,,,',
    'O-5,L-1,haymarket-mycme,2026-10-11T15:00:00-04:00,paid,USD,,0.00,0.00,10.00,card,0564,,,,',
  ].join('\n'),
  'order_lines.csv': [
    'order_id,kind,item_id,description,quantity,unit_price',
    'O-1,seats,A-1,Group seats: Practice Changes in Psoriasis,12,99.00',
    'O-1,package,K-1,All-in-One Pharmacology Package,1,249.00',
    'O-2,activity,A-1,Practice Changes in Psoriasis,1,249.00',
    'O-3,activity,A-1,Practice Changes in Psoriasis,1,249.00',
    'O-4,activity,A-2,USP 797: Cleanroom Practice,1,50.00',
    'O-5,activity,A-1,Practice Changes in Psoriasis,1,12.00',
  ].join('\n'),
} as const satisfies Readonly<Record<string, string>>

export type PaperFile = keyof typeof paperFolder

/** The folder with one piece of one file written otherwise. */
export function paperFolderWith(file: PaperFile, piece: string, instead: string): Readonly<Record<string, string>> {
  if (!paperFolder[file].includes(piece)) throw new Error(`${file} has no ${piece}`)
  return { ...paperFolder, [file]: paperFolder[file].replace(piece, instead) }
}
