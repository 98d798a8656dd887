/** 0xED0CDAED, as its bytes lie on a disk of today's machines (bbolt internal/common/meta.go). */
const magic = '\u00ED\u00DA\u000C\u00ED';

/** Behind the header of a page, 16 bytes, begins the meta. */
const metaAt = 16;

/** The two metas stand on the first two pages; a page is as large as the machine's. */
export const pageSizes = [4096, 8192, 16_384, 65_536];

/** So much of a file shows both. */
export const boltHead = 65_536 + metaAt + magic.length;

/**
 * Could bbolt open it? One meta of the two is enough for it, and an empty file becomes a new
 * database. Of whole metas and damaged pages behind them this tells nothing.
 */
export const isBolt = (head: string): boolean =>
  head === '' || [0, ...pageSizes].some((page) => head.startsWith(magic, page + metaAt));
