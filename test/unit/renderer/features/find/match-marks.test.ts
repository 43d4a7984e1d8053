import { describe, expect, it } from 'vitest'
import { markMatches } from '../../../../../renderer/features/find/match-marks'

/** The text with its marks as brackets. */
function marked(text: string, query: string): string {
  return markMatches(text, query)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('')
}

describe('marks of the finder', () => {
  it.each([
    ['Åse Tanaka, Practice Changes in Psoriasis', 'tanaka ps', 'Åse [Tanaka], Practice Changes in [Ps]oriasis'],
    ['Åse Tanaka', 'ase', '[Åse] Tanaka'],
    ['Łukasz Martínez', 'luk martin', '[Łuk]asz [Martín]ez'],
    ['Aoife Phạm', 'pham', 'Aoife [Phạm]'],
    ['Großmann', 'gross', '[Groß]mann'],
    ['072026-000012', '0012', '072026-00[0012]'],
    ['Managing Psoriasis', 'rias', 'Managing Pso[rias]is'],
    ['田中美咲', '美咲', '田中[美咲]'],
    ['Zoë (Tanaka)', 'tan', 'Zoë ([Tan]aka)'],
    ['E\u0301milie', 'emi', '[E\u0301mi]lie'],
    ['Diabetes + Care', '+ c', 'Diabetes [+] [C]are'],
    ['Tanaka,Åse', 'ase', 'Tanaka,[Åse]'],
    ['Nothing here', 'xyz', 'Nothing here'],
    ['Nothing here', '', 'Nothing here'],
  ])('%s for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected)
  })

  it('never lose or change a letter', () => {
    const text = 'E\u0301milie O’Neill, MD ™ 🙂'
    expect(markMatches(text, 'emilie oneill 🙂').map((part) => part.text).join('')).toBe(text)
  })
})
