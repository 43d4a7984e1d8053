import { formatCreditAmount, type CreditAmount } from '../model/credit-amount'
import type { CreditType } from '../model/field-codes'
import type { StyledText } from '../model/paper-snapshot'

/** `by_amount`: singular up to 1.00; `both`: "Credit(s)" whatever the amount. The portal chooses (section 1.2). */
export type PhraseNumber = 'by_amount' | 'both'

const units: Readonly<Record<CreditType, { readonly before: string; readonly noun: string }>> = {
  ama_pra_1: { before: 'AMA PRA Category 1', noun: 'Credit' },
  aapa_1: { before: 'AAPA Category 1 CME', noun: 'credit' },
  aafp_prescribed: { before: 'AAFP Prescribed', noun: 'credit' },
  ancc: { before: 'nursing', noun: 'contact hour' },
  aanp: { before: 'AANP', noun: 'contact hour' },
  acpe: { before: '', noun: 'contact hour' },
  acep_1: { before: 'ACEP Category I', noun: 'credit' },
  aap: { before: 'AAP', noun: 'credit' },
  ipce: { before: 'IPCE', noun: 'credit' },
  abim_moc: { before: 'ABIM MOC', noun: 'point' },
  abp_moc_2: { before: 'ABP MOC Part 2', noun: 'point' },
  aba_moc: { before: 'ABA MOCA', noun: 'point' },
  abo_moc: { before: 'ABO CC', noun: 'point' },
  abohns_moc: { before: 'ABOHNS CC', noun: 'point' },
  abpath_moc: { before: 'ABPath CC', noun: 'point' },
  abs_cc: { before: 'ABS CC', noun: 'point' },
  apa_ce: { before: 'psychology CE', noun: 'credit' },
  state: { before: 'state-required', noun: 'credit' },
  participation: { before: '', noun: 'hour' },
}

function withNumber(noun: string, amount: CreditAmount, number: PhraseNumber): string {
  if (number === 'both') return `${noun}(s)`
  return amount <= 100 ? noun : `${noun}s`
}

/**
 * The continuing education units of so many contact hours, ten to one, with the places they need:
 * 200 → "0.20", 125 → "0.125" (trap T3).
 */
export function ceuOf(hours: CreditAmount): string {
  const thousandths = String(hours % 1000).padStart(3, '0')
  return `${Math.trunc(hours / 1000)}.${thousandths.endsWith('0') ? thousandths.slice(0, 2) : thousandths}`
}

/**
 * The words after an amount of credit, as styled runs; the only place that writes them (trap T5).
 * The AMA phrase is always complete, all italic, with U+2122 (section 1.2).
 */
export function creditPhrase(type: CreditType, amount: CreditAmount, number: PhraseNumber): StyledText {
  const unit = units[type]
  const noun = withNumber(unit.noun, amount, number)
  const words = unit.before === '' ? noun : `${unit.before} ${noun}`
  switch (type) {
    case 'ama_pra_1':
      return [
        { text: words, style: 'italic' },
        { text: '\u2122', style: 'superscript' },
      ]
    case 'acpe':
      return [{ text: `${words} (${ceuOf(amount)} CEU)`, style: 'regular' }]
    case 'participation':
      return [{ text: `${words} of participation`, style: 'regular' }]
    default:
      return [{ text: words, style: 'regular' }]
  }
}

/** Amount and phrase as one run of text in a sentence: "1.25 *AMA PRA Category 1 Credits*™". */
export function creditInSentence(type: CreditType, amount: CreditAmount, number: PhraseNumber): StyledText {
  return [{ text: `${formatCreditAmount(amount)} `, style: 'regular' }, ...creditPhrase(type, amount, number)]
}
