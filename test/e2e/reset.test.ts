import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink'
import { expect, test as base, type DeskApp } from './support/desk-app'
import { expectAccessibleInBothThemes, frontTab, openLearner, openPart, visibleText } from './support/window-acts'

/** A mail server of this machine; the tests of this file share it with the window. */
const test = base.extend<object, { sink: SmtpSink }>({
  sink: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const sink = await openSmtpSink()
      await use(sink)
      await sink.close()
    },
    { scope: 'worker' },
  ],
})

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Send password reset' })

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).press('Enter')
  await expect(frontTab(page)).toHaveText(place)
}

/** The mail server in force, where the settings page is not what is tested. */
async function useMailServer(desk: DeskApp, sink: SmtpSink): Promise<void> {
  await desk.value('settings.write', { key: 'smtp.url', value: sink.url })
  await desk.value('settings.write', { key: 'smtp.from', value: 'CME Support <support@example.org>' })
}

/** Finds the learner, opens the dialog and sends; the dialog is gone then. */
async function sendReset(page: Page, learner: string, name: string): Promise<void> {
  await openLearner(page, learner, name)
  await page.getByRole('button', { name: 'Send reset…' }).press('Enter')
  await expect(dialogOf(page)).toContainText('[secret]')
  await page.keyboard.press('Control+Enter')
}

async function setSetting(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription('Saved.')
}

test('waits in the outbox while no mail server is set, and says so before', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'L-7-00003', 'José Novák')
  await page.getByRole('button', { name: 'Send reset…' }).press('Enter')
  const dialog = dialogOf(page)
  await expect(dialog.getByText('No mail server is set. The reset waits in the outbox and goes when one is.')).toBeVisible()
  await expect(dialog).toContainText('[secret]')
  await expect(dialog.getByText(/@/).first()).toBeVisible()
  await expect(dialog).not.toContainText('jose.novak3@mail.example')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(/^Reset to \S+ waits in the outbox$/)).toBeVisible()
  await openPart(page, 'Messages')
  await expect(page.getByRole('grid', { name: 'Messages' })).toContainText('Waiting')

  await goTo(page, 'Outbox')
  await expect(page.getByText('No mail server is set. Work as usual')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Text of the message' })).toContainText('[secret]')
  await expectAccessibleInBothThemes(page)
})

test('takes a mail server on the settings page, and tries it out', async ({ desk, sink }) => {
  const { page } = desk
  await page.keyboard.press('Control+,')
  await expect(frontTab(page)).toHaveText('Settings')
  await expect(page.getByRole('button', { name: 'Send test' })).toBeDisabled()
  const server = page.getByRole('textbox', { name: 'Mail server', exact: true })
  await server.focus()
  await page.keyboard.type('smtp://somebody:password@mail.example.org:25')
  await page.keyboard.press('Enter')
  await setSetting(page, 'Mail server', sink.url)
  await setSetting(page, 'Sender', 'CME Support <support@example.org>')
  await expectAccessibleInBothThemes(page)

  const to = page.getByRole('textbox', { name: 'Send a test to' })
  await to.focus()
  await page.keyboard.type('nobody')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
  await to.fill('colleague@example.org')
  await to.press('Enter')
  await expect(page.getByText('The server took the test:')).toBeVisible()
  const tried = sink.received.filter((mail) => mail.to.includes('colleague@example.org'))
  expect(tried).toHaveLength(1)
  expect(tried[0]?.from).toBe('support@example.org')

  sink.failNext('recipient_refused')
  await to.press('Enter')
  await expect(page.getByText(/The mail server refused.*no such mailbox/)).toBeVisible()
})

test('sends one mail with a secret that the window never shows', async ({ desk, sink }) => {
  const { page } = desk
  await useMailServer(desk, sink)
  await sendReset(page, 'L-7-00007', 'Linh Ben-David')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(/^Reset to \S+ goes in a moment$/)).toBeVisible()
  await goTo(page, 'Outbox')
  await page.getByRole('button', { name: 'Send waiting mail now' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(/^\d handed over, 0 failed, 0 still waiting\.$/)).toBeVisible()
  const mails = sink.received.filter((mail) => mail.to.includes('linh.bendavid7@clinic.example'))
  expect(mails).toHaveLength(1)
  const secret = /^ {4}(\S+)\r?$/m.exec(mails[0]?.text ?? '')?.[1] ?? ''
  expect(secret.length).toBeGreaterThan(9)

  // Everywhere the mail is shown, and in the log, the secret is a word for itself.
  await expect(page.getByRole('region', { name: 'Text of the message' })).toContainText('[secret]')
  expect(await visibleText(page)).not.toContain(secret)
  await openLearner(page, 'L-7-00007', 'Linh Ben-David')
  for (const part of ['Messages', 'History', 'Overview']) {
    await openPart(page, part)
    expect(await visibleText(page)).not.toContain(secret)
  }
  expect(await readFile(join(desk.folder, 'logs', 'desk.log'), 'utf8').catch(() => '')).not.toContain(secret)
  await openPart(page, 'Messages')
  await expect(page.getByRole('grid', { name: 'Messages' })).toContainText('Handed over')
})

test('refuses a second reset right after the first', async ({ desk }) => {
  const { page } = desk
  await sendReset(page, 'L-7-00009', 'Ioannis Öztürk')
  await expect(dialogOf(page)).toBeHidden()
  const waiting = (await desk.value('outbox.list', { offset: 0, limit: 1 })).total
  await sendReset(page, 'L-7-00009', 'Ioannis Öztürk')
  await expect(dialogOf(page).getByText('reset_too_soon')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
  expect((await desk.value('outbox.list', { offset: 0, limit: 1 })).total).toBe(waiting)
})

test('holds a mail back from the notice, and lets it go from the outbox', async ({ desk, sink }) => {
  const { page } = desk
  await useMailServer(desk, sink)
  await sendReset(page, 'L-7-00008', 'Åse de la Cruz')
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Hold back' }).last().press('Enter')
  await goTo(page, 'Outbox')
  const row = page.getByRole('grid', { name: 'Outbox' }).getByRole('row', { name: /Åse de la Cruz/ })
  await expect(row).toContainText('Held back')
  await row.focus()
  await expect(page.getByRole('button', { name: 'Let go' })).toBeVisible()
  await page.getByRole('button', { name: 'Let go' }).press('Enter')
  await expect(row).toContainText('Waiting')
  expect(sink.received.filter((mail) => mail.to.includes('ase.delacruz8@clinic.example'))).toEqual([])
  await page.getByRole('button', { name: 'Send waiting mail now' }).press('Enter')
  await expect(row).toContainText('Handed over')
  expect(sink.received.filter((mail) => mail.to.includes('ase.delacruz8@clinic.example'))).toHaveLength(1)
})
