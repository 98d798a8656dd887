import type { Entry } from '../types.ts';
import { cleanLine, plainMessage } from './clean.ts';
import { createCsvFrame } from './csv-frame.ts';
import { isCatalog, isFrame, isPagerDebris, unquoted } from './debris.ts';
import { entryOf } from './entry.ts';
import { type FieldBlock, isExportHeader, isVerboseHeader, openExportText, openVerbose } from './field-block.ts';
import { createJsonFrame, type JsonFrame, opensJson, parseRecords } from './json-frame.ts';
import { alwaysRead, type Piece } from './piece.ts';
import type { Quiet } from './quiet.ts';
import type { Message } from './record.ts';
import { isStamped } from './stamp.ts';
import { isLoadedLine, statusLine, unitOfHeader } from './status-frame.ts';

export interface Sinks {
  readonly source: string;
  readonly emit: (entry: Entry) => void;
  readonly breakOff: () => void;
  readonly onRecord: (message: Message, line: number) => void;
  /** A look at the raw line: does it pay to take it apart? */
  readonly isInteresting: (line: string) => boolean;
  /** Called for lines that need not be taken apart; without it all are. */
  readonly onQuiet?: (line: Quiet) => void;
}

export interface LineFrames {
  readonly push: (piece: Piece) => void;
  /** No frame is open that a line may belong to. */
  readonly isIdle: () => boolean;
  /** A table is open: each line may be a row of it. */
  readonly isTable: () => boolean;
  /** The next line may be the rest of an interesting one. */
  readonly isReaching: () => boolean;
  /** Lines were passed over that were not even decoded. */
  readonly passOver: () => void;
  /** A JSON document is open: nothing may be left out. */
  readonly wantsRest: () => boolean;
  /** A line was seen that is about Docker and says nothing; undefined where each line has to be taken apart. */
  readonly quiet: ((line: Quiet) => void) | undefined;
  readonly end: () => void;
}

/** Windows of an overlong message overlap by this much, so that nothing falls between them. */
const overlap = 2048;
const widest = 8192;

const windowsOf = (text: string): readonly string[] => {
  if (text.length <= widest) return [text];
  const windows: string[] = [];
  for (let at = 0; at < text.length - overlap; at += widest - overlap) windows.push(text.slice(at, at + widest));
  return windows;
};

/** Fewer lines than this behind an interesting one may belong to it; one with a stamp of its own does not. */
const reach = 4;

/** json-seq (RFC 7464) begins each record with it. */
const recordSeparator = '\u001e';

/** JSON, field blocks, the head of a status view, of a verbose entry. line-marks.ts tells the same from bytes, roughly. */
const mayOpenFrame = (raw: string): boolean =>
  /^\s*[[{_]|^data: |^\S{0,3} ?[\w@.:\\-]+\.(?:service|socket)\b|^(?:> ?)*\S{1,40} \d{4}-[^[]{0,60} \[s=/.test(raw) ||
  raw.startsWith(recordSeparator);

/** Decides line by line what kind of text this is: several shapes in one text are normal. */
export const createLineFrames = (sinks: Sinks): LineFrames => {
  const { source, emit, breakOff, onRecord, isInteresting, onQuiet } = sinks;
  let json: JsonFrame | undefined;
  let block: FieldBlock | undefined;
  let unit: string | undefined;
  let pending: string | undefined;
  let last: Entry | undefined;
  let after = 0;
  let partial = '';
  const csv = createCsvFrame();

  /** An overlong message is looked at in parts; each of them has the same origin. */
  const emitWindows = (entry: Entry): void => {
    last = entry;
    const [only, ...others] = windowsOf(entry.text);
    emit(others.length === 0 ? entry : { ...entry, text: only ?? '' });
    if (others.length === 0) return;
    breakOff();
    for (const text of others) {
      emit({ ...entry, text });
      breakOff();
    }
  };

  /** The rest of an overlong line is said by whoever said its beginning. */
  const emitRest = (piece: Piece): void => {
    const raw = (piece.before ?? '') + piece.text;
    if (!(piece.isInteresting ?? isInteresting(raw))) return;
    const text = cleanLine(raw);
    const { source: _, line: __, ...about } = last?.line === piece.line ? last : { speaker: 'unknown' as const };
    emitWindows({ ...about, source, line: piece.line, text: plainMessage(text) });
  };

  const closeBlock = (): void => {
    const record = block?.record();
    block = undefined;
    if (record !== undefined) onRecord(record.message, record.line);
  };

  const plain = (text: string, line: number): void => {
    const continued = /^(\S+ (?:stdout|stderr) )([FP])(?::\w+)? (.*)$/s.exec(text);
    if (continued?.[2] === 'P') {
      partial = (partial + (continued[3] ?? '')).slice(0, 64 * 1024);
      return;
    }
    const whole = continued !== null && partial !== '' ? `${continued[1]}F ${partial}${continued[3]}` : text;
    partial = '';
    emitWindows(entryOf(csv.message(whole) ?? whole, { source, line }));
  };

  /** The common case: one object a line. */
  const wholeJson = (text: string, piece: Piece): boolean => {
    const records = json === undefined && piece.last ? parseRecords(text) : undefined;
    for (const record of records ?? []) onRecord(record, piece.line);
    return records !== undefined;
  };

  const feedJson = (text: string, piece: Piece): void => {
    if (wholeJson(text, piece)) return;
    const frame = json ?? createJsonFrame(onRecord);
    json = frame;
    const state = frame.feed(text, piece.line, piece.last);
    if (state === 'more') return;
    json = undefined;
    if (state === 'broken') for (const held of frame.held()) asText(held.text, held.line);
  };

  const inStatus = (text: string, line: number): boolean => {
    const kind = unit === undefined && pending === undefined ? undefined : statusLine(text);
    if (pending !== undefined && isLoadedLine(text)) {
      unit = pending;
      pending = undefined;
    }
    if (kind === undefined || unit === undefined) return false;
    if (kind === 'told') {
      const told = text.trim();
      emit(entryOf(told, { source, line }, { text: told, program: 'systemd', unit }));
    }
    return true;
  };

  const asText = (text: string, line: number): void => {
    const header = unitOfHeader(text);
    pending = header ?? pending;
    if (header !== undefined) unit = undefined;
    if (header !== undefined || inStatus(text, line)) return;
    pending = undefined;
    plain(text, line);
  };

  const startBlock = (text: string): boolean => {
    const opened = isVerboseHeader(text) ? openVerbose(text) : isExportHeader(text) ? openExportText() : undefined;
    if (opened === undefined) return false;
    closeBlock();
    block = opened;
    return true;
  };

  /** Nothing of interest, nothing that opens a frame, and not the rest of a message. */
  const isPassedOver = (raw: string, piece: Piece): boolean => {
    if (block !== undefined || unit !== undefined || piece.line <= alwaysRead) return false;
    if (piece.isInteresting ?? isInteresting(raw)) {
      after = reach;
      return false;
    }
    after -= 1;
    if (raw === '' || mayOpenFrame(raw)) return false;
    if (after > 0 && !isStamped(raw)) return false;
    passOver();
    return true;
  };

  const passOver = (): void => {
    if (after > 0) breakOff();
    after = 0;
  };

  const wholeLine = (raw: string, piece: Piece): void => {
    if (isPassedOver(raw, piece)) return;
    const text = unquoted(cleanLine(raw));
    if (block?.feed(text, piece.line) === true) return;
    closeBlock();
    if (startBlock(text)) {
      block?.feed(text, piece.line);
      return;
    }
    if (text.trim() === '') {
      breakOff();
      unit = undefined;
    } else if (isFrame(text)) {
      emit({ source, line: piece.line, speaker: 'other', text: text.trim() });
    } else if (!isCatalog(text) && !isPagerDebris(text)) {
      if (opensJson(text)) feedJson(text, piece);
      else for (const one of text.split('\n')) asText(one, piece.line);
    }
  };

  const push = (piece: Piece): void => {
    if (json !== undefined) {
      feedJson(piece.text, piece);
    } else if (piece.first) {
      wholeLine(piece.text, piece);
    } else {
      emitRest(piece);
    }
  };

  const end = (): void => {
    closeBlock();
    const held = json?.held() ?? [];
    json = undefined;
    for (const one of held) asText(one.text, one.line);
    breakOff();
  };
  /** The same as reading it, but for the entry that nobody looks at. */
  const quiet =
    onQuiet &&
    ((line: Quiet): void => {
      breakOff();
      partial = '';
      pending = undefined;
      after = reach;
      onQuiet(line);
    });

  return {
    push,
    end,
    isIdle: () => json === undefined && block === undefined && unit === undefined,
    isTable: csv.isOpen,
    isReaching: () => after > 1,
    passOver: () => {
      after -= 1;
      passOver();
    },
    wantsRest: () => json !== undefined,
    quiet,
  };
};
