import type { Entry } from '../types.ts';
import { cleanLine } from './clean.ts';
import { createCsvFrame } from './csv-frame.ts';
import { isCatalog, isFrame, isPagerDebris, unquoted } from './debris.ts';
import type { Piece } from './decode.ts';
import { entryOf } from './entry.ts';
import { type FieldBlock, isExportHeader, isVerboseHeader, openExportText, openVerbose } from './field-block.ts';
import { createJsonFrame, type JsonFrame, opensJson, parseRecords } from './json-frame.ts';
import type { Message } from './record.ts';
import { isLoadedLine, statusLine, unitOfHeader } from './status-frame.ts';

export interface Sinks {
  readonly source: string;
  readonly emit: (entry: Entry) => void;
  readonly breakOff: () => void;
  readonly onRecord: (message: Message, line: number) => void;
}

export interface LineFrames {
  readonly push: (piece: Piece) => void;
  readonly end: () => void;
}

/** Parts of an overlong line overlap by this much, so that no message falls between them. */
const overlap = 4096;

/** Decides line by line what kind of text this is: several shapes in one text are normal. */
export const createLineFrames = (sinks: Sinks): LineFrames => {
  const { source, emit, breakOff, onRecord } = sinks;
  let json: JsonFrame | undefined;
  let block: FieldBlock | undefined;
  let unit: string | undefined;
  let pending: string | undefined;
  let tail = '';
  let partial = '';
  const csv = createCsvFrame();

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
    emit(entryOf(csv.message(whole) ?? whole, { source, line }));
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
    if (kind === 'told') emit({ ...entryOf(`systemd: ${text.trim()}`, { source, line }), unit });
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

  const wholeLine = (raw: string, piece: Piece): void => {
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
      asText(cleanLine(tail + piece.text), piece.line);
    }
    tail = piece.last ? '' : piece.text.slice(-overlap);
  };

  const end = (): void => {
    closeBlock();
    const held = json?.held() ?? [];
    json = undefined;
    for (const one of held) asText(one.text, one.line);
    breakOff();
  };
  return { push, end };
};
