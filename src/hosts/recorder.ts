/** What is needed to make a recording, and to open one. */
export { recordingOf } from './record.ts';
export { recordedHost } from './recorded.ts';
export { parseRecording, type Recording } from './recording.ts';
export { writeRecording } from './recording-file.ts';
