import type { Board, CreditType, Profession } from '../model/field-codes'
import type { CreditAmount } from '../model/credit-amount'

/** What a profession may do with a credit: claim it, get the participation form for it, or neither. */
export type ClaimRight = 'claim' | 'participation' | 'none'

/** One credit system of domain section 1, as data. */
export interface CreditSystem {
  readonly creditType: CreditType
  /** As it is written on paper; the AMA phrase's italics and raised ™ are the composition's. */
  readonly writtenAs: string
  /** As it is named in a list or a menu. */
  readonly shortLabel: string
  readonly unit: { readonly singular: string; readonly plural: string }
  /** Smallest part that may be claimed where the activity states none, in hundredths. */
  readonly step: CreditAmount
  /** The whole designated amount or nothing: no partial credit (ACPE since 2011-07-01). */
  readonly fixedAmount: boolean
  /** The board whose diplomates alone may claim. */
  readonly board: Board | null
  readonly rights: Readonly<Record<Profession, ClaimRight>>
  readonly rows: readonly string[]
}

function rights(claiming: readonly Profession[], others: ClaimRight = 'none'): Readonly<Record<Profession, ClaimRight>> {
  const of = (profession: Profession): ClaimRight => (claiming.includes(profession) ? 'claim' : others)
  return {
    physician: of('physician'),
    physician_assistant: of('physician_assistant'),
    nurse_practitioner: of('nurse_practitioner'),
    nurse: of('nurse'),
    pharmacist: of('pharmacist'),
    pharmacy_technician: of('pharmacy_technician'),
    psychologist: of('psychologist'),
    dentist: of('dentist'),
    student: of('student'),
    other: of('other'),
  }
}

const credits = { singular: 'credit', plural: 'credits' } as const
const contactHours = { singular: 'contact hour', plural: 'contact hours' } as const
const points = { singular: 'point', plural: 'points' } as const

interface Entry {
  readonly writtenAs: string
  readonly shortLabel: string
  readonly unit: CreditSystem['unit']
  readonly step?: CreditAmount
  readonly fixedAmount?: boolean
  readonly board?: Board
  readonly rights: CreditSystem['rights']
  readonly rows: readonly string[]
}

const physicians = rights(['physician'])
const anybody = rights([], 'claim')

/** Domain section 1.1 and the table "Who may claim what" of section 0. */
const entries = {
  ama_pra_1: { writtenAs: 'AMA PRA Category 1 Credit(s)™', shortLabel: 'AMA PRA Category 1', unit: credits, rights: rights(['physician'], 'participation'), rows: ['1.1', '1.2', 'H37'] },
  aapa_1: { writtenAs: 'AAPA Category 1 CME credit', shortLabel: 'AAPA Category 1', unit: credits, rights: rights(['physician_assistant']), rows: ['1.1', 'S18'] },
  aafp_prescribed: { writtenAs: 'AAFP Prescribed credit', shortLabel: 'AAFP Prescribed', unit: credits, rights: physicians, rows: ['1.1', 'S22'] },
  ancc: { writtenAs: 'nursing contact hours', shortLabel: 'ANCC nursing', unit: contactHours, step: 1, rights: rights(['nurse_practitioner', 'nurse']), rows: ['1.1', 'S25', 'T1'] },
  aanp: { writtenAs: 'AANP contact hours', shortLabel: 'AANP', unit: contactHours, step: 1, rights: rights(['nurse_practitioner']), rows: ['1.1', 'S31', 'T1'] },
  acpe: { writtenAs: 'ACPE contact hours', shortLabel: 'ACPE pharmacy', unit: contactHours, step: 1, fixedAmount: true, rights: rights(['pharmacist', 'pharmacy_technician']), rows: ['1.1', '1.4', 'S38', 'S39'] },
  acep_1: { writtenAs: 'ACEP Category I credit', shortLabel: 'ACEP Category I', unit: credits, rights: physicians, rows: ['1.1', 'M11', 'S55'] },
  aap: { writtenAs: 'AAP credit', shortLabel: 'AAP', unit: credits, rights: physicians, rows: ['1.1', 'S57'] },
  ipce: { writtenAs: 'IPCE credit', shortLabel: 'IPCE', unit: credits, rights: anybody, rows: ['1.1', 'S58'] },
  abim_moc: { writtenAs: 'ABIM MOC points', shortLabel: 'ABIM MOC', unit: points, board: 'abim', rights: physicians, rows: ['1.1', 'S79', 'T25'] },
  abp_moc_2: { writtenAs: 'ABP MOC Part 2 points', shortLabel: 'ABP MOC Part 2', unit: points, board: 'abp', rights: physicians, rows: ['1.1', 'S81', 'T25'] },
  aba_moc: { writtenAs: 'ABA continuing certification points', shortLabel: 'ABA MOCA', unit: points, board: 'aba', rights: physicians, rows: ['1.1', 'S83', 'T25'] },
  abo_moc: { writtenAs: 'ABO continuing certification points', shortLabel: 'ABO MOC', unit: points, board: 'abo', rights: physicians, rows: ['1.1', 'S86'] },
  abohns_moc: { writtenAs: 'ABOHNS continuing certification points', shortLabel: 'ABOHNS MOC', unit: points, board: 'abohns', rights: physicians, rows: ['1.1', 'S84'] },
  abpath_moc: { writtenAs: 'ABPath continuing certification points', shortLabel: 'ABPath MOC', unit: points, board: 'abpath', rights: physicians, rows: ['1.1', 'S85'] },
  abs_cc: { writtenAs: 'ABS continuous certification points', shortLabel: 'ABS CC', unit: points, board: 'abs', rights: physicians, rows: ['1.1', 'C17', 'S87'] },
  apa_ce: { writtenAs: 'APA continuing education credits', shortLabel: 'APA CE', unit: credits, rights: rights(['psychologist']), rows: ['1.1', 'S58'] },
  state: { writtenAs: 'state-required credit', shortLabel: 'State-required', unit: credits, rights: anybody, rows: ['1.1', 'S63'] },
  participation: { writtenAs: 'participation', shortLabel: 'Participation', unit: { singular: 'hour', plural: 'hours' }, rights: anybody, rows: ['1.3'] },
} as const satisfies Record<CreditType, Entry>

const quarterCredit: CreditAmount = 25

/** The credit system of a type. Steps are quarters unless the system says otherwise; ANCC, AANP go by hundredths (trap T1). */
export function creditSystemOf(creditType: CreditType): CreditSystem {
  const entry: Entry = entries[creditType]
  return {
    creditType,
    writtenAs: entry.writtenAs,
    shortLabel: entry.shortLabel,
    unit: entry.unit,
    step: entry.step ?? quarterCredit,
    fixedAmount: entry.fixedAmount ?? false,
    board: entry.board ?? null,
    rights: entry.rights,
    rows: entry.rows,
  }
}
