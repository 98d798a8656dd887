import type { ExitCode } from '../exit-code.ts';
import type { Options, Verb } from '../options.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';

const general = `docker-why: Docker will not start, and nothing says why.

  docker-why                              look at the journal of this host
  docker-why FILE|DIR...                  diagnose logs, one answer for each file
  journalctl -u docker | docker-why       diagnose what is piped in
  docker run ... 2>&1 | docker-why
  docker-why run -- docker run ...        run it; if it fails, say why

  docker-why fix [CAUSE]                  mend it, step by step (--dry-run shows, --yes does not ask)
  docker-why undo [ID]                    take a fix back
  docker-why causes [GLOB...]             list the known causes
  docker-why explain CAUSE                the long text of one cause
  docker-why rules check|test FILE...     for authors of rules

  --format text|json|jsonl|markdown       how to say it (--json for short)
  --rules FILE|DIR                        read further rules
  --unit NAME  --since TIME  --boot N     which part of this host's journal
  --host local|ssh://USER@HOST[:PORT]     who is asked about it, and mended (nobody: --no-host)
  --root DIR                              a mounted disk or an unpacked archive as the host
  --user                                  the rootless Docker of this user
  --record FILE                           write the log and the answers to one file
  --color auto|always|never
  --help  --version

Exit status: 0 nothing wrong, 1 a cause was found, 2 could not run,
             3 the evidence does not tell the cause.
Example:     sudo journalctl -u docker.service -b --no-pager -n 200 | docker-why
`;

const verbs: Partial<Record<Verb, string>> = {
  causes: `docker-why causes [GLOB...]   list the known causes, one line each

Example: docker-why causes 'userns/*'
`,
  run: `docker-why run -- COMMAND...   run it as if nobody watched; if it fails, say why

The report goes to standard error, and the exit status is the command's own.
Example: docker-why run -- docker run --rm -it alpine sh
`,
  fix: `docker-why fix [CAUSE]   find the cause and mend it, step by step

  --dry-run   show the plan; nothing is written
  --yes       do the first fix that needs no judgement, without a question;
              never what may cost data or safety
On a pipe or in CI nothing is done without --yes. Each change is backed up.
  --host ssh://USER@HOST   mend that one; with sudo where USER is not root there
Exit status: 0 mended, 1 found and not mended, 130 cancelled.
Example: sudo docker-why fix
`,
  undo: `docker-why undo        list what was changed on this host, or on that of --host
docker-why undo ID     take it back, to the byte

Where a file was changed since, nothing is taken back and the difference is shown.
Example: sudo docker-why undo 20261124-101502-k3f9
`,
  explain: `docker-why explain CAUSE   what is wrong, why the message misleads, how to mend it

Example: docker-why explain userns/subid-range-missing
`,
  rules: `docker-why rules check FILE...        is it a valid rule; every problem with its place
docker-why rules test FILE... < LOG   which line matches what, and why not

Example: docker-why rules test my-rule.yaml < docker.log
`,
};

export const help = ({ verb, about }: Options, { stdout }: World): ExitCode => {
  stdout.write(verb === 'version' ? `docker-why ${version}\n` : ((about && verbs[about]) ?? general));
  return 0;
};
