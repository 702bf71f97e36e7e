// The tools of this repository (type stripping among them) need Node 24; npm scripts get it from build/node24 by way of node_modules/.bin.
const NEEDED_MAJOR = 24

if (Number(process.versions.node.split('.')[0]) < NEEDED_MAJOR) {
  console.error(
    `This needs Node ${NEEDED_MAJOR}, but ran on ${process.version}. Run it through "npm run …" after "npm ci" (without --omit=optional), which brings Node ${NEEDED_MAJOR} along.`,
  )
  process.exit(1)
}
