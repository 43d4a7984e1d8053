import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { PaneHead } from '../../ui/PaneHead'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { nearInstantWords } from '../../words/time-words'
import type { Portal, PortalDifference } from './portal-api'

/** A path as a person reads it: "windows.claim.days" is "windows › claim › days". */
export function pathWords(path: string): string {
  return path
    .replaceAll('.', ' › ')
    .replaceAll(/([a-z])([A-Z])/g, (_match, before: string, after: string) => `${before} ${after.toLowerCase()}`)
}

/** Values that differ, each with what it was and what it is. */
export function DifferenceList({ differences }: { readonly differences: readonly PortalDifference[] }): ReactNode {
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {differences.map((one) => (
        <Box key={one.path} sx={{ py: '6px', borderTop: '1px solid', borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
          <Box component="dt" sx={{ fontSize: 12, lineHeight: '16px', color: 'text.tertiary' }}>
            {pathWords(one.path)}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {one.before === null ? <Box component="span" sx={{ color: 'text.tertiary' }}>none</Box> : <s>{one.before}</s>} → {one.after ?? 'none'}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

interface PortalSideProps {
  readonly portal: Portal
  readonly now: Instant
  readonly onPutBack: (version: number) => void
}

/** In what the rules differ from those the console comes with, and every version that was in force. */
export function PortalSide({ portal, now, onPutBack }: PortalSideProps): ReactNode {
  const { differences, history, shipped, version, profile } = portal
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
      <PaneHead title="Against the shipped rules" note={shipped ? `${String(differences.length)} ${differences.length === 1 ? 'value differs' : 'values differ'}` : 'added at this desk'} />
      <Box sx={{ px: '16px', py: '8px' }}>
        {differences.length === 0 ? <Typography sx={{ color: 'text.secondary' }}>{shipped ? 'Every value is as the console comes with it.' : 'This portal does not come with the console.'}</Typography> : <DifferenceList differences={differences} />}
      </Box>
      <PaneHead title="Versions" note={version === 0 ? 'never edited' : `version ${String(version)} is in force`} />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {history.map((one) => (
          <Box component="li" key={one.version} sx={{ px: '16px', py: '8px', borderBottom: '1px solid', borderColor: 'divider' }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' }}>
              <Typography sx={{ fontWeight: 500 }}>Version {one.version}</Typography>
              {one.version === version ? (
                <Typography variant="meta" sx={{ color: 'success.main' }}>
                  in force
                </Typography>
              ) : (
                <ToolbarButton look="act" label={`Put back version ${String(one.version)}`} onClick={() => onPutBack(one.version)}>
                  Put back…
                </ToolbarButton>
              )}
            </Box>
            <Typography variant="meta" sx={{ display: 'block', color: 'text.tertiary' }}>
              {nearInstantWords(one.at, now, profile.zone.value)} by {one.by}
            </Typography>
            <Box sx={{ overflowWrap: 'anywhere' }}>{one.reason}</Box>
            <Typography variant="meta" sx={{ display: 'block', color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {one.changed.map(pathWords).join(', ')}
            </Typography>
          </Box>
        ))}
        {shipped ? (
          <Box component="li" sx={{ px: '16px', py: '8px' }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' }}>
              <Typography sx={{ fontWeight: 500 }}>As shipped</Typography>
              {differences.length === 0 ? null : (
                <ToolbarButton look="act" label="Put back the shipped rules" onClick={() => onPutBack(0)}>
                  Put back…
                </ToolbarButton>
              )}
            </Box>
            <Typography variant="meta" sx={{ color: 'text.tertiary' }}>
              From the portal’s public pages, each value with its row.
            </Typography>
          </Box>
        ) : null}
      </Box>
    </Box>
  )
}
