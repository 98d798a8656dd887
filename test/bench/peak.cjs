// what the process took at most, to file 3
process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));
