import { dropTool, type Tool, takeTool } from './fault/tool.ts';
import { assertCanRun } from './guest/can-run.ts';
import { reap } from './guest/down.ts';
import { guarded } from './guest/guarded.ts';

/** One run on what the build made; what earlier runs left is cleared away first. */
export const withTool = (work: (tool: Tool) => Promise<number>): Promise<void> =>
  guarded(async () => {
    assertCanRun();
    await reap();
    const tool = await takeTool();
    try {
      return await work(tool);
    } finally {
      await dropTool(tool);
    }
  });
