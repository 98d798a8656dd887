/** As many symbolic links as the kernel follows, path_resolution(7). */
const mostLinks = 40;

/**
 * Where a path leads when some folder is taken for `/`: symbolic links, absolute ones and `..`
 * never lead out of it. It yields paths inside that folder and is given what the link there
 * holds, or nothing where there is no link; whoever drives it does the looking. Without
 * `follow` the last part of the path is left as it is. Nothing for links that go in a circle.
 */
export function* within(path: string, follow = true): Generator<string, string | undefined, string | undefined> {
  const open = path.split('/').reverse();
  let at: string[] = [];
  let links = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      at.pop();
      continue;
    }
    const here = `/${[...at, part].join('/')}`;
    const isLast = open.every((one) => one === '');
    const target = isLast && !follow ? undefined : yield here;
    if (target === undefined) {
      at.push(part);
      continue;
    }
    links += 1;
    if (links > mostLinks) return undefined;
    if (target.startsWith('/')) at = [];
    open.push(...target.split('/').reverse());
  }
  return `/${at.join('/')}`;
}
