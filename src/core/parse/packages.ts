/** Installed packages by name, with their versions. */
export type Packages = ReadonlyMap<string, string>;

/** `Package|Status|Version` of dpkg-query(1); a removed package may have left its settings: `deinstall ok config-files`. */
export const parseDpkgQuery = (text: string): Packages =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [name = '', status, version] = line.split('|');
      return status?.endsWith(' installed') === true && version !== undefined ? [[name, version] as const] : [];
    }),
  );

/** What `rpm -q --qf '%{NAME} %{VERSION}-%{RELEASE}\n'` prints; of what is not there it says so in a sentence. */
export const parseRpmQuery = (text: string): Packages =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [name = '', version, ...more] = line.split(' ');
      return version !== undefined && more.length === 0 ? [[name, version] as const] : [];
    }),
  );

/** /var/lib/dpkg/status: paragraphs of `Package:`, `Status: install ok installed`, `Version:`. */
export const parseDpkgStatus = (text: string): Packages =>
  new Map(
    text.split('\n\n').flatMap((paragraph) => {
      const [, name] = /^Package: (\S+)$/m.exec(paragraph) ?? [];
      const [, version] = /^Version: (\S+)$/m.exec(paragraph) ?? [];
      const installed = /^Status: \S+ \S+ installed$/m.test(paragraph);
      return installed && name !== undefined && version !== undefined ? [[name, version] as const] : [];
    }),
  );

/** /lib/apk/db/installed: paragraphs of one letter a field, `P:` the name and `V:` the version. */
export const parseApkInstalled = (text: string): Packages =>
  new Map(
    text.split('\n\n').flatMap((paragraph) => {
      const [, name] = /^P:(\S+)$/m.exec(paragraph) ?? [];
      const [, version] = /^V:(\S+)$/m.exec(paragraph) ?? [];
      return name !== undefined && version !== undefined ? [[name, version] as const] : [];
    }),
  );

/** Names of /var/lib/pacman/local: `docker-1:26.1.5-1`. */
export const parsePacmanNames = (names: readonly string[]): Packages =>
  new Map(
    names.flatMap((entry) => {
      const [, name, version] = /^(.{1,200})-([^-]{1,100}-[^-]{1,20})$/.exec(entry) ?? [];
      return name !== undefined && version !== undefined ? [[name, version] as const] : [];
    }),
  );
