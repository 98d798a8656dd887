import type { Scene } from '../../core/ask/scene.ts';
import type { System } from '../../core/types.ts';
import type { Draft } from './draft.ts';

/** Where a step is made ready. */
export interface Setting {
  readonly draft: Draft;
  readonly scene: Scene;
  readonly system: System;
  /** Sets one plan's new names apart from another's. */
  readonly stamp: string;
}
