import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activitiesFile, activityCreditsFile, claimsFile, enrolmentsFile, learnersFile, oneClaimFolder } from '../../support/exchange-rows'
import { openExchangeDesk, type ExchangeDesk } from '../../support/exchange-desk'

describe('a folder with mistakes', () => {
  let desk: ExchangeDesk
  beforeEach(async () => {
    desk = await openExchangeDesk()
  })
  afterEach(async () => desk.remove())

  /** Imports the files; answers refusals as `file:line column reason` and the counts of the files that were there. */
  async function importing(files: Readonly<Record<string, string | Uint8Array>>): Promise<{ told: readonly string[]; counts: Readonly<Record<string, string>> }> {
    const { view, refusals } = await desk.import(await desk.exchangeFolder(files))
    return {
      told: refusals.map(({ file, line, column, reason }) => `${file}:${line ?? '–'} ${column} ${reason}`),
      counts: Object.fromEntries(view.files.filter(({ state }) => state !== 'missing').map(({ file, state, added, refused }) => [file, `${state} ${added} in ${refused} refused`])),
    }
  }

  it('tells each mistake at its line and takes the good rows in', async () => {
    const { told, counts } = await importing({
      'learners.csv': learnersFile({ id: 'L-1' }, { id: 'L-2', status: 'gone' }, { id: 'L-3' }),
      'activities.csv': activitiesFile,
      'activity_credits.csv': `${activityCreditsFile}A-1,ancc,1.333,0.01,,\n`,
      'memberships.csv': 'external_id,learner_id,plan,ends_on\nM-1,L-1,premium,2027-01-01\n',
      'enrolments.csv': `${enrolmentsFile}E-3,L-9,A-1,2026-10-01T09:00:00-05:00\nE-4,L-1,A-1,02/03/2026\n`,
      'claims.csv': 'external_id,enrolment_id,credit_type,amount,claimed_at\nC-1,E-1,ama_pra_1,1.25,2026-11-01T15:00Z\nC-2,"E-1,ama_pra_1,1.25,2026-11-01T15:00Z\nC-3,E-2,ama_pra_1,1.25,2026-11-01T15:00Z\n',
    })
    expect(told).toEqual([
      'learners.csv:3 status No such status. Write one of: active, locked, closed.',
      'activity_credits.csv:4 max_amount Two decimals at most.',
      'memberships.csv:1 starts_on File not read: the required column starts_on is missing from the header.',
      'enrolments.csv:4 learner_id No such learner here or in learners.csv.',
      'enrolments.csv:5 registered_at 2 March or 3 February? Write 2026-03-02T09:00-05:00 or 2026-02-03T09:00-05:00.',
      'claims.csv:3 row File not read: a quote opened in the row of line 3 is never closed; the file may be cut off. Close it, or write a quote inside a cell twice.',
    ])
    expect(counts).toEqual({
      'learners.csv': 'taken_in 2 in 1 refused',
      'activities.csv': 'taken_in 1 in 0 refused',
      'activity_credits.csv': 'taken_in 2 in 1 refused',
      'memberships.csv': 'not_read 0 in 0 refused',
      'enrolments.csv': 'taken_in 2 in 2 refused',
      'claims.csv': 'not_read 0 in 0 refused',
    })
  })

  it('tells every wrong cell of a row in one refusal', async () => {
    const { told } = await importing({ 'learners.csv': learnersFile({ status: 'gone', email: 'nobody', alternates: 'x' }) })
    expect(told).toEqual([
      'learners.csv:2 email This is no e-mail address: it has one @ and no blanks, commas or semicolons. Also wrong in this row: alternate_emails, status.',
    ])
  })

  it('refuses a record that stands twice in its file, wherever its two rows stand', async () => {
    const many = Array.from({ length: 3000 }, (_, place) => ({ id: `L-${String(place)}` }))
    const { told, counts } = await importing({ 'learners.csv': learnersFile(...many, { id: 'L-7', email: 'other@example.org' }) })
    expect(told).toEqual(['learners.csv:3002 external_id Line 9 of this file is about the same record already. Keep one of the two.'])
    expect(counts['learners.csv']).toBe('taken_in 3000 in 1 refused')
  })

  it('refuses an address that another learner of the portal has, and names that learner', async () => {
    await importing({ 'learners.csv': learnersFile({ id: 'L-1', email: 'mei@example.org' }) })
    const { told, counts } = await importing({
      'learners.csv': learnersFile(
        { id: 'L-2', email: 'MEI@example.org' },
        { id: 'L-3', email: 'new@example.org' },
        { id: 'L-4', email: 'new@example.org' },
        { id: 'L-5', email: 'mei@example.org', portal: 'med-challenger' },
      ),
    })
    expect(told).toEqual(['learners.csv:2 email L-1 has this address already.', 'learners.csv:4 email L-3 has this address already.'])
    expect(counts['learners.csv']).toBe('taken_in 2 in 2 refused')
  })

  it('refuses a certificate number that another claim has', async () => {
    await importing(oneClaimFolder())
    const { told } = await importing({ 'claims.csv': claimsFile({ id: 'C-2', number: 'N-1' }, { id: 'C-3', number: 'N-3' }, { id: 'C-4', number: 'N-3' }) })
    expect(told).toEqual([
      'claims.csv:2 certificate_number C-1 has a certificate with this number already.',
      'claims.csv:4 certificate_number C-3 has a certificate with this number already.',
    ])
  })

  it('takes claims in whatever the order in which one supersedes another, and refuses what leads nowhere', async () => {
    const { told, counts } = await importing(
      oneClaimFolder(
        claimsFile(
          { id: 'C-1', status: 'superseded', supersededBy: 'C-2' },
          { id: 'C-2', status: 'superseded', supersededBy: 'C-3' },
          { id: 'C-3' },
          { id: 'C-4', status: 'superseded', supersededBy: 'C-9' },
          { id: 'C-5', status: 'superseded', supersededBy: 'C-5' },
        ),
      ),
    )
    expect(told).toEqual(['claims.csv:6 superseded_by A claim is not superseded by itself.', 'claims.csv:5 superseded_by No such claim here or in claims.csv.'])
    expect(counts['claims.csv']).toBe('taken_in 3 in 2 refused')
  })

  it('refuses pharmacology above the designated amount, an unknown portal and an item that is not there', async () => {
    const { told } = await importing({
      'learners.csv': learnersFile({}, { id: 'L-2', portal: 'elsewhere' }),
      'activities.csv': activitiesFile,
      'activity_credits.csv': 'activity_id,credit_type,max_amount,pharmacology_amount\nA-1,aanp,1.20,1.50\n',
      'orders.csv': 'external_id,learner_id,portal,placed_at,status,currency,total\nO-1,L-1,haymarket-mycme,2026-10-01T09:00Z,paid,USD,-32.00\nO-2,L-1,haymarket-mycme,2026-10-01T09:00Z,paid,USD,32.00\n',
      'order_lines.csv': 'order_id,kind,item_id,description,quantity,unit_price\nO-2,activity,A-9,Lipids,1,32.00\nO-2,membership,premium,Premium,1,32.00\n',
    })
    expect(told).toEqual([
      'learners.csv:3 portal No portal profile has this key. Known are haymarket-mycme, cleveland-clinic-mycme, med-challenger, maryland-pharmacy-ce.',
      'activity_credits.csv:2 pharmacology_amount More than the 1.20 designated; it is inside the total.',
      'orders.csv:2 total A price is not negative. A refund goes into refunded.',
      'order_lines.csv:2 item_id No such activity here or in activities.csv.',
    ])
  })

  it('refuses rows with another number of cells than the header', async () => {
    const { told } = await importing({
      'packages.csv': 'external_id,portal,title,price,currency\nK-1,haymarket-mycme,One, two,9.00,USD\nK-2,haymarket-mycme\nK-3,haymarket-mycme,"One, two",9.00,USD\n',
    })
    expect(told).toEqual([
      'packages.csv:2 row The row has 6 cells, the header 5. Put a cell that holds a comma in quotes.',
      'packages.csv:3 row The row has 2 cells, the header 5. Is it cut off?',
    ])
  })

  it('reads no file that is not UTF-8, and says where', async () => {
    const latin = Buffer.concat([Buffer.from('external_id,portal,title\nK-1,haymarket-mycme,'), Buffer.from([0xe9]), Buffer.from('t\n')])
    const { told } = await importing({
      'learners.csv': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(learnersFile({}), 'utf16le')]),
      'activities.csv': Buffer.from('external_id,portal\n\0\n'),
      'packages.csv': latin,
      'tickets.csv': '',
      'sessions.csv': 'external_id;activity_id;starts_at;ends_at\nS-1;A-1;x;y\n',
      'orders.csv': 'external_id,external_id\n',
    })
    expect(told).toEqual([
      'learners.csv:– file File not read: it is UTF-16. Save it as UTF-8.',
      'activities.csv:2 file File not read: it holds NUL bytes, so it is UTF-16 or no text. Save it as UTF-8.',
      'sessions.csv:1 external_id File not read: use commas between cells; the required columns external_id, activity_id, starts_at, ends_at are missing from the header.',
      'packages.csv:2 file File not read: it is not UTF-8, perhaps Latin-1 or Windows-1252. Save it as UTF-8.',
      'orders.csv:1 external_id File not read: the column external_id stands twice in the header.',
      'tickets.csv:1 header File not read: it is empty, it has not even a header.',
    ])
  })

  it('takes a byte-order mark, any order of columns and columns it does not know', async () => {
    const { view, refusals } = await desk.import(
      await desk.exchangeFolder({ 'packages.csv': '\ufefftitle,colour,external_id,portal\r\nAll in One,red,K-1,haymarket-mycme\r\n', 'notes.csv': 'x\n', 'scenarios.csv': 'x\n' }),
    )
    expect(refusals).toEqual([])
    expect(view.notices).toEqual([
      { file: 'notes.csv', code: 'unknown_file', detail: '' },
      { file: 'packages.csv', code: 'unknown_column', detail: 'colour' },
    ])
    expect(view.files.find(({ file }) => file === 'packages.csv')).toMatchObject({ state: 'taken_in', added: 1 })
  })

  it('never keeps the number of a card', async () => {
    const { view, refusals } = await desk.import(
      await desk.exchangeFolder({
        'learners.csv': learnersFile({}),
        'orders.csv': 'external_id,learner_id,portal,placed_at,status,currency,total,card_last4\nO-1,L-1,haymarket-mycme,2026-10-01T09:00Z,paid,USD,1.00,4111 1111 1111 1234\n',
      }),
    )
    expect(view.state).toBe('finished')
    expect(refusals.map(({ value }) => value)).toEqual(['•••• •••• •••• 1234'])
  })

  it('takes identifiers that fail their check in and flags them', async () => {
    await desk.import(await desk.exchangeFolder({ 'learners.csv': learnersFile({ id: 'L-1', npi: '1234567890' }, { id: 'L-2', npi: '1234567893' }) }))
    const flagged = await desk.store.unitOfWork.read(({ exchange }) => exchange.listFlags('learner'))
    expect(flagged).toEqual([{ entityId: 1, field: 'npi', code: 'check_digit' }])
  })

  it('refuses a folder that is missing or holds no file of the format, and a second import at a time', async () => {
    expect(await desk.imports.start({ folder: '/nowhere/at/all', dryRun: false }, desk.acting)).toMatchObject({ ok: false, error: { code: 'folder_missing' } })
    const empty = await desk.exchangeFolder({ 'notes.txt': '' })
    expect(await desk.imports.start({ folder: empty, dryRun: false }, desk.acting)).toMatchObject({ ok: false, error: { code: 'folder_has_no_exchange_file' } })
    const good = await desk.exchangeFolder({ 'learners.csv': learnersFile({}) })
    const first = await desk.imports.start({ folder: good, dryRun: false }, desk.acting)
    expect(await desk.imports.start({ folder: good, dryRun: true }, desk.acting)).toMatchObject({ ok: false, error: { code: 'import_running' } })
    if (first.ok) await desk.imports.ended(first.value.importId)
  })
})
