/** Who may import whom: the plan of the house, kept by machine. Type imports count. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle is two files that are one thing, or one that is two.', {}, { circular: true }),
    forbid('shared-is-pure', 'shared imports zod and itself.', { path: '^shared/' }, { pathNot: ['^shared/', '^node_modules/zod/'] }),
    forbid('policy-has-no-library', 'A policy imports not even zod.', { path: '^shared/policy/' }, { pathNot: ['^shared/'] }),
    forbid('policy-knows-no-contract', 'A policy decides from facts, not from the bridge.', { path: '^shared/policy/' }, { path: '^shared/contract/' }),
    forbid('model-is-the-bottom', 'Value types know nothing above them.', { path: '^shared/model/' }, { path: '^shared/(policy|portals|contract)/' }),
    forbid('preload-is-thin', 'preload: types of shared, and electron.', { path: '^preload/' }, { pathNot: ['^preload/', '^shared/', '^electron$', '^node_modules/electron/'] }),
    forbid('renderer-asks', 'The renderer reaches main through the bridge alone.', { path: '^renderer/' }, { path: '^(main|preload)/' }),
    forbid('renderer-has-no-node', 'No Node in the renderer.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid('features-stand-alone', 'A feature never imports another feature.', { path: '^renderer/features/([^/]+)/' }, { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' }),
    forbid('ui-knows-no-domain', 'ui: compositions without domain words.', { path: '^renderer/ui/' }, { path: '^(renderer/(features|bridge|app)|shared/(policy|contract|portals))/' }),
    forbid('one-reader-of-the-bridge', 'Features ask through renderer/bridge.', { path: '^renderer/bridge/' }, { path: '^renderer/(features|ui|app)/' }),
    forbid('services-are-free', 'Services: shared and ports.', { path: '^main/services/' }, { pathNot: ['^shared/', '^main/(services|ports)/'] }),
    forbid('ports-are-free', 'Ports: shared and ports.', { path: '^main/ports/' }, { pathNot: ['^shared/', '^main/ports/'] }),
    forbid('only-the-store-knows-knex', 'SQL lives in the store alone.', { pathNot: '^main/store/' }, { path: '^node_modules/(knex|sqlite3)/' }),
    forbid('store-implements-ports', 'The store: ports, shared, its library.', { path: '^main/store/' }, { path: '^main/(app|ipc|cli|services|adapters|documents|exchange|jobs)/' }),
    forbid('migrations-never-import-living-code', 'A migration is immutable, so is what it uses.', { path: '^main/store/migrations/00' }, { pathNot: ['^main/store/migrations/'] , dependencyTypesNot: ['npm', 'npm-dev', 'core'] }),
    forbid('only-documents-know-jspdf', 'documents alone draws.', { pathNot: '^main/documents/' }, { path: '^node_modules/(jspdf|harfbuzzjs|bidi-js)/' }),
    forbid('documents-are-pure', 'documents: snapshots and ports.', { path: '^main/documents/' }, { path: '^main/(app|ipc|cli|services|adapters|store|exchange|jobs)/' }),
    forbid('electron-has-its-places', 'electron appears in app, adapters, ipc and preload only.', { pathNot: '^(main/(app|adapters|ipc)|preload)/' }, { path: ['^electron$', '^node_modules/electron/'] }),
    forbid('jobs-call-services', 'Jobs only call services.', { path: '^main/jobs/' }, { path: '^main/(app|ipc|cli|store)/' }),
    forbid('cli-is-plain-node', 'The command line runs without Electron.', { path: '^main/cli/' }, { path: '^main/(app|ipc)/' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
