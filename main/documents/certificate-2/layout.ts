import type { CertificateProof } from '@shared/model/certificate-proof'
import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import { fitHeadings, fitText, fittingSteps, type FittingStep } from '../certificate-fitting'
import { layStatements } from '../certificate-statements'
import { ink, rule, secondary, type Mark, type PageDrawing } from '../drawing'
import { continuationHeading, foot, head, type Furniture } from '../page-furniture'
import type { PaperAssets } from '../paper-assets'
import { contentProof } from '../snapshot-proof'
import { nameParts, setParts, setText, type TypeRole } from '../text-setting'
import { frameOf, left, type Frame } from './frame'
import type { Laid } from './gaps'
import { layRecord } from './record'
import { laySentence } from './sentence'
import { layStatementPages } from './statements'
import { layTopicPages } from './topics'

const pointerRole: TypeRole = { family: 'sans', size: 8 }
const pointerLead = 10
/** A signature of at most 30 points stands on the rule; the sentence keeps clear of it. */
const signatureSlot = 30
const leastSignatureSlot = 20

const onPage = { size: 8, lead: 10 } as const
/** A portrait page has room to spare. */
const airySteps: readonly FittingStep[] = [1.6, 1.45, 1.3, 1.15].map((loosening) => ({ loosening, free: 30, statements: onPage, sizes: 'full' }))

/** Who signs, standing on the last baseline of the statements. */
function laySignatory({ signatory }: SecondCertificate, frame: Frame, assets: PaperAssets): Laid {
  const role: TypeRole = { family: 'sans', size: 8 }
  const lines = fitText(signatory.title, role, frame.columnWidth, assets)
  const ruleY = frame.signatureY - 10 * (Math.max(lines.length, 1) - 1)
  return {
    bottom: ruleY,
    marks: [
      rule(left, left + 186, ruleY, 0.5, ink),
      ...setText(signatory.name, { family: 'sans', size: 9, weight: 'semibold' }, left, ruleY + 11.5, ink, assets),
      ...lines.flatMap(({ parts }, index) => setParts(parts, role, left, ruleY + 21.5 + 10 * index, secondary, assets)),
    ],
  }
}

interface Fitted {
  readonly sentence: Laid
  /** Nothing where they stand on a page of their own. */
  readonly statements: readonly Mark[] | undefined
  readonly topicsApart: boolean
}

/** The way each step may place the topics: beneath the credit while the statements are beside them, else on their own pages. */
function waysOf({ topics, orientation }: SecondCertificate): { readonly step: FittingStep; readonly topics: 'none' | 'inline' | 'apart' }[] {
  const steps = orientation === 'portrait' ? [...airySteps, ...fittingSteps] : fittingSteps
  if (topics === null) return steps.map((step) => ({ step, topics: 'none' }))
  const beside = steps.filter(({ statements }) => statements !== 'page_two')
  return [...beside.map((step) => ({ step, topics: 'inline' as const })), ...steps.map((step) => ({ step, topics: 'apart' as const }))]
}

function fit(snapshot: SecondCertificate, frame: Frame, signatoryTop: number, assets: PaperAssets): Fitted {
  const headingsIn = fitHeadings(snapshot, frame.mainRight - left, assets)
  for (const { step, topics } of waysOf(snapshot)) {
    const sentence = laySentence(snapshot, frame, { headings: headingsIn(step.sizes), step, inlineTopics: topics === 'inline' }, assets)
    if (sentence === undefined) continue
    if (sentence.bottom + 12 > signatoryTop - (step.sizes === 'least' ? leastSignatureSlot : signatureSlot)) continue
    const topicsApart = topics === 'apart'
    if (step.statements === 'page_two') return { sentence, statements: undefined, topicsApart }
    const last = frame.lastStatement - (topicsApart ? 16.5 : 0)
    const statements = layStatements(snapshot, frame, last, step.statements, assets)
    if (snapshot.statements.length === 0 || sentence.bottom + step.free - 6 <= statements.top) return { sentence, statements: statements.marks, topicsApart }
  }
  throw new Error('a certificate outgrew its page: composition has to refuse such texts')
}

function pointer(what: string, first: number, count: number): string[] {
  if (count === 0) return []
  return [count === 1 ? `Page ${first}: ${what}` : `Pages ${first}–${first + count - 1}: ${what}`]
}

/** The pages of a certificate, template `certificate/2`, with the mark that proves it where there is one. A published template is never edited. */
export function laySecondCertificate(snapshot: SecondCertificate, proof: CertificateProof | null, assets: PaperAssets): PageDrawing[] {
  const frame = frameOf(snapshot.size, snapshot.orientation)
  const furniture: Furniture = { ...snapshot, page: frame.page, numberX: frame.numberX, proof: contentProof(snapshot) }
  const signatory = laySignatory(snapshot, frame, assets)
  const { sentence, statements, topicsApart } = fit(snapshot, frame, signatory.bottom, assets)
  const topicPages = topicsApart && snapshot.topics !== null ? layTopicPages(snapshot.topics, frame, assets) : []
  const statementPages = statements === undefined ? layStatementPages(snapshot, frame, assets) : []
  const further = [...topicPages, ...statementPages]
  const pointers = [
    ...pointer('topics', 2, topicPages.length),
    ...pointer('accreditation and designation statements', 2 + topicPages.length, statementPages.length),
  ]
  const count = 1 + further.length
  const first: Mark[] = [
    ...head(furniture, false, assets, snapshot.orientation === 'landscape'),
    ...sentence.marks,
    ...signatory.marks,
    ...(statements ?? []),
    ...pointers.flatMap((text, index) => setText(text, pointerRole, frame.second, frame.lastStatement - (pointers.length - 1 - index) * pointerLead, secondary, assets)),
    ...layRecord(snapshot, proof, frame, assets),
    ...foot(furniture, 0, count, assets),
  ]
  const name = nameParts(snapshot.name, { family: 'serif', size: 12.5 })
  return [
    { ...frame.page, marks: first },
    ...further.map((marks, index) => ({
      ...frame.page,
      marks: [...head(furniture, true, assets), ...continuationHeading(furniture, name, assets), ...marks, ...foot(furniture, index + 1, count, assets)],
    })),
  ]
}
