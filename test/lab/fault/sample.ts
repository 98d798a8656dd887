import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LabError } from '../guest/can-run.ts';
import type { Guest } from '../guest/registry.ts';
import type { NamedFault } from './fault.ts';
import { healthOf, observeFault, perform } from './perform.ts';
import { cursorOf, type Recording, recordFault, shapesOf, ticketOf } from './recording.ts';
import { hostRecording } from './why.ts';

/** `samples/group/slug.variant.suite.log`, and the same failure in other shapes beside it. */
const filesOf = (recording: Recording, fault: NamedFault, json: string, exported: string) => ({
  '.log': ticketOf(recording, fault),
  '.journal.log': recording.journal,
  '.json.log': json,
  '.export.log': exported,
  // systemctl only points at the journal
  '.stderr.log': 'restart' in fault.observe ? '' : recording.stderr,
});

/** A host's name and ids say nothing in a sample; only the paths that docker prints stay. */
const neutral = (text: string): string => text.replaceAll(/docker-why-lab-[\w-]+/g, 'docker-lab');

/** Breaks the guest and writes what it printed, with the answers of the host under the fault. */
export const recordTo = async (guest: Guest, fault: NamedFault, folder: string): Promise<readonly string[]> => {
  const before = await healthOf(guest);
  if (!before.well) throw new LabError(`the guest is not healthy: ${before.why}`);
  const cursor = await cursorOf(guest);
  await perform(guest, fault.inject);
  const observed = await observeFault(guest, fault);
  if (!observed.broken) throw new LabError(`${fault.id} did not break ${guest.suite}`);
  const recording = await recordFault(guest, fault, observed, cursor);
  const { json, exported } = await shapesOf(guest, cursor);
  const stem = join(folder, `${fault.id}.${guest.suite}`);
  await mkdir(dirname(stem), { recursive: true });
  const written: string[] = [];
  const put = async (suffix: string, text: string): Promise<void> => {
    if (text.trim() === '') return;
    await writeFile(`${stem}${suffix}`, neutral(text));
    written.push(`${stem}${suffix}`);
  };
  for (const [suffix, text] of Object.entries(filesOf(recording, fault, json, exported))) await put(suffix, text);
  await put('.host.json', await hostRecording(guest, fault, recording.stderr));
  return written;
};
