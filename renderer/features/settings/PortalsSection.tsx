import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useOpenRecord } from '../../bridge/navigation'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { RefusalBlock } from '../../words/RefusalBlock'
import { dayWords, zoneWords } from '../../words/time-words'
import { civilDateIn } from '@shared/model/instant'
import { usePortals, type PortalRow } from './portal-api'

function standing(portal: PortalRow): string {
  if (portal.editedAt === null) return 'as shipped'
  const edited = `version ${String(portal.version)}, ${dayWords(civilDateIn(portal.editedAt, portal.zone))} by ${portal.editedBy}`
  return portal.shipped ? `${edited}; ${portal.differences === 0 ? 'equal to the shipped rules' : `${String(portal.differences)} ${portal.differences === 1 ? 'value differs' : 'values differ'} from the shipped rules`}` : edited
}

/** The portals of this desk, each leading to its rules. */
export function PortalsSection(): ReactNode {
  const portals = usePortals()
  const openRecord = useOpenRecord()
  if (portals.error !== null) return <RefusalBlock method="portals.list" refusal={portals.error.refusal} onAgain={() => void portals.refetch()} />
  if (portals.data === undefined) return <SkeletonRows tracks={['1fr', '80px']} rows={4} label="Loading the portals" />
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {portals.data.portals.map((portal) => (
        <Box component="li" key={portal.key} sx={{ py: '8px', borderTop: '1px solid', borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
          <Link component="button" type="button" onClick={() => openRecord({ kind: 'portal', id: portal.key }, { title: portal.name })} sx={{ fontWeight: 500, textAlign: 'left' }}>
            {portal.name}
          </Link>
          <Typography variant="meta" sx={{ display: 'block', color: 'text.secondary' }}>
            {zoneWords(portal.zone)} · {standing(portal)}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
