import type { Diagnosis, Evidence, Finding, Fix } from '../core/types.ts';
import { attemptSentence } from './attempts.ts';
import { answerWords, commandOf, questionOf, refutation, wasAsked } from './checks.ts';
import { headlineOf, rivalsOf, standing, titleOf } from './headline.ts';
import { code, fenced, prose } from './markdown-safe.ts';
import { redactNamed } from './redact.ts';
import { mapTexts, safeText } from './safe-text.ts';
import { type StepLine, type System, stepsLines } from './steps.ts';
import { wantedOf } from './text/wanted.ts';
import { costOf, cutWords, fixTitle, told } from './words.ts';

type Blocks = readonly string[];

export interface MarkdownOptions {
  readonly host?: { readonly name?: string; readonly distro?: readonly string[] };
}

const under = (heading: string, blocks: Blocks): Blocks => (blocks.length === 0 ? [] : [`### ${heading}`, ...blocks]);

const list = (items: readonly string[]): Blocks =>
  items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];

const quoted = (one: Evidence): Blocks => [
  `${code(`${one.source}:${one.line}`)}${one.at === undefined ? '' : `, ${code(one.at)}`}:`,
  fenced(one.text),
  ...(one.cut === undefined ? [] : [prose(cutWords(one))]),
];

const named = (finding: Finding): string => `${prose(titleOf(finding))} (${code(finding.cause)})`;

const checks = (finding: Finding): readonly string[] =>
  finding.checks.filter(wasAsked).map((check) => `${code(commandOf(check))}: ${prose(answerWords(check))}`);

const rival = (finding: Finding): string => {
  const question = questionOf(finding);
  return `${named(finding)}${question === undefined ? '' : `: ${code(question.run)}. ${prose(question.why)}`}`;
};

/** Commands that follow one another share a block. */
const stepBlocks = (lines: readonly StepLine[]): Blocks => {
  const blocks: string[] = [];
  let commands: string[] = [];
  const flush = (): void => {
    if (commands.length > 0) blocks.push(fenced(commands.join('\n'), 'sh'));
    commands = [];
  };
  for (const line of lines) {
    if ('copy' in line) {
      commands.push(line.copy);
    } else {
      flush();
      blocks.push(prose(line.say));
    }
  }
  flush();
  return blocks;
};

const fixBlocks = (fix: Fix, at: number, finding: Finding, system: System): Blocks => [
  `**${at + 1}. ${prose(fixTitle(fix, finding.captures))}**`,
  prose(told(costOf(fix), finding.captures)),
  ...stepBlocks(stepsLines(fix.steps, finding.captures, system)),
  ...(fix.undo === undefined ? [] : [`Undo: ${prose(told(fix.undo, finding.captures))}`]),
];

const paragraphs = (text: string): Blocks =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map(prose);

const answer = (finding: Finding, system: System): Blocks => [
  ...under('Evidence', finding.evidence.slice(0, 3).flatMap(quoted)),
  ...under('What the host answered', list(checks(finding))),
  ...under('Why', paragraphs(told(finding.explain, finding.captures))),
  ...under(
    finding.verdict === 'possible' ? `What to do if it is ${code(finding.cause)}` : 'What to do',
    finding.fixes.slice(0, 2).flatMap((fix, at) => fixBlocks(fix, at, finding, system)),
  ),
];

/** What to run and send back: the next mail of a support engineer. */
const ask = (diagnosis: Diagnosis): Blocks =>
  under(
    diagnosis.outcome === 'insufficient' ? 'Please run this and send what it prints' : 'To be sure',
    wantedOf(diagnosis).flatMap(({ run, why }) => [fenced(run, 'sh'), prose(why)]),
  );

const document = (diagnosis: Diagnosis, { host = {} }: MarkdownOptions): Blocks => {
  const { line, cause, detail } = headlineOf(diagnosis, host.name);
  const [first] = standing(diagnosis);
  const isAnswer = diagnosis.outcome === 'found' && first !== undefined;
  const rivals = rivalsOf(diagnosis);
  const sentence = attemptSentence(diagnosis);
  const notes = [...(sentence === detail || sentence === '' ? [] : [sentence]), ...diagnosis.notes];
  const asides = diagnosis.findings.filter(({ verdict }) => verdict === 'refuted');
  return [
    `## ${prose(line)}`,
    [cause === undefined ? '' : code(cause), `input ${code(diagnosis.input)}`].filter(Boolean).join(', '),
    ...(detail === '' ? [] : [prose(detail)]),
    ...(isAnswer ? answer(first, host) : under('What was seen', diagnosis.seen.slice(0, 5).flatMap(quoted))),
    ...ask(diagnosis),
    ...under(rivals.heading, list(rivals.findings.map(diagnosis.outcome === 'healthy' ? named : rival))),
    ...under('What happened', list(notes.map(prose))),
    ...under('Looked at, and ruled out', list(asides.map((one) => `${named(one)}: ${prose(refutation(one))}`))),
  ];
};

/** For an issue or a ticket: nothing secret, and nothing that the text of a log could turn into markup. */
export const markdownOf = (diagnoses: readonly Diagnosis[], options: MarkdownOptions = {}): string =>
  diagnoses
    .map((raw) => mapTexts(raw, (text, key) => redactNamed(safeText(text), key)))
    .map((diagnosis) => `${document(diagnosis, options).join('\n\n')}\n`)
    .join('\n');
