import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, type ReactNode } from 'react'
import type { PageProps } from '../../bridge/navigation'
import { CopyButton } from '../../ui/CopyButton'
import { DefinitionList } from '../../ui/DefinitionList'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { StateBanner } from '../../ui/StateBlock'
import { RefusalBlock } from '../../words/RefusalBlock'
import { AppearanceSection, KeysSection } from './AppearanceSection'
import { useSettings, type Settings } from './api'
import { MailSection } from './MailSection'
import { PortalsSection } from './PortalsSection'
import { SettingField } from './SettingField'

const protectionWords: Readonly<Record<Settings['secretProtection'], string>> = {
  keyring: 'Passwords are sealed in one file; the key to it is kept by this system’s keyring. Somebody who copies the file alone can’t read it.',
  key_file: 'Passwords are sealed in one file; its key is a second file that only this user can read. Somebody who can read all your files can read both. A system keyring would protect better.',
  environment_key: 'Passwords are sealed in one file; its key is given to the program at its start and is not stored here.',
}

const sections = [
  { id: 'appearance', title: 'Appearance' },
  { id: 'keys', title: 'Keys' },
  { id: 'desk', title: 'Desk' },
  { id: 'mail', title: 'Mail' },
  { id: 'portals', title: 'Portals' },
  { id: 'secrets', title: 'Secrets' },
  { id: 'about', title: 'About' },
] as const
type SectionId = (typeof sections)[number]['id']

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${String(Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** How this desk is set: what is this person's, what is everybody's, and how secrets are kept. */
export function SettingsPage({ act, onActTaken }: PageProps): ReactNode {
  const settings = useSettings()
  const body = useRef<HTMLDivElement>(null)
  const ready = settings.data !== undefined
  const goTo = (id: string): void => {
    const section = body.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`)
    section?.scrollIntoView({ block: 'start' })
    section?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (act?.verb !== 'show' || !ready) return
    goTo(act.subject ?? 'appearance')
    onActTaken()
  }, [act, ready, onActTaken])

  return (
    <>
      <Box sx={{ px: '16px', py: '10px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        <Typography variant="recordName">Settings</Typography>
      </Box>
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <Box component="nav" aria-label="Settings" data-pane="" tabIndex={-1} sx={{ width: { xs: 140, lg: 212 }, flexShrink: 0, p: '8px', borderRight: '1px solid', borderColor: 'divider' }}>
          {sections.map((section) => (
            <Box
              component="button"
              type="button"
              key={section.id}
              onClick={() => goTo(section.id)}
              sx={{ display: 'block', width: '100%', height: 32, px: '8px', textAlign: 'left', border: 0, borderRadius: '6px', bgcolor: 'transparent', color: 'text.secondary', font: 'inherit', cursor: 'pointer', '&:hover': { bgcolor: 'desk.hover' } }}
            >
              {section.title}
            </Box>
          ))}
        </Box>
        <Box ref={body} data-pane="" tabIndex={-1} sx={{ flex: 1, minWidth: 0, overflow: 'auto', px: '24px', pb: '48px' }}>
          {settings.error !== null ? (
            <RefusalBlock method="settings.read" refusal={settings.error.refusal} onAgain={() => void settings.refetch()} />
          ) : settings.data === undefined ? (
            <SkeletonRows tracks={['200px', '1fr']} rows={8} label="Loading the settings" />
          ) : (
            <Sections settings={settings.data} />
          )}
        </Box>
      </Box>
    </>
  )
}

function Section({ id, children, note }: { readonly id: SectionId; readonly children: ReactNode; readonly note?: string }): ReactNode {
  const title = sections.find((section) => section.id === id)?.title ?? ''
  return (
    <Box component="section" data-section={id} aria-label={title} sx={{ py: '20px', borderBottom: '1px solid', borderColor: 'divider', maxWidth: 760, '&:last-of-type': { borderBottom: 0 } }}>
      <Typography variant="finding">{title}</Typography>
      {note === undefined ? null : <Typography sx={{ color: 'text.secondary', mt: '2px' }}>{note}</Typography>}
      <Box sx={{ mt: '12px' }}>{children}</Box>
    </Box>
  )
}

function Sections({ settings }: { readonly settings: Settings }): ReactNode {
  const deskName = settings.settings.find((setting) => setting.key === 'desk.name')
  return (
    <>
      <Section id="appearance" note="Yours alone, on this machine.">
        <AppearanceSection />
      </Section>
      <Section id="keys">
        <KeysSection />
      </Section>
      <Section id="desk">{deskName === undefined ? null : <SettingField setting={deskName} label="Name of this desk" help="Stands in the status bar, so that two desks are not mistaken for each other." example="Sample desk" />}</Section>
      <Section id="mail" note="For everybody at this desk.">
        <MailSection settings={settings.settings} />
      </Section>
      <Section id="portals" note="What each portal requires, how long its windows are, whom it tells. Edited by coordinators; every version is kept.">
        <PortalsSection />
      </Section>
      <Section id="secrets">
        <Typography sx={{ maxWidth: '72ch' }}>{protectionWords[settings.secretProtection]}</Typography>
      </Section>
      <Section id="about">
        {settings.standInRuntime ? (
          <Box sx={{ mb: '12px' }}>
            <StateBanner kind="partial">This runs on a stand-in runtime, for tests and local preview only. Install the declared Electron before learners’ data come in.</StateBanner>
          </Box>
        ) : null}
        <DefinitionList
          termWidth={140}
          entries={[
            { term: 'CME Desk', value: <span className="identifier">{settings.version}</span> },
            { term: 'Electron', value: <span className="identifier">{settings.electronVersion}</span> },
            {
              term: 'Data folder',
              value: (
                <>
                  {settings.dataFolder} <CopyButton value={settings.dataFolder} what="data folder" />
                </>
              ),
            },
            { term: 'Record store', value: sizeWords(settings.storeBytes) },
          ]}
        />
      </Section>
    </>
  )
}
