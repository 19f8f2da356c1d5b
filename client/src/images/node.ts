import type { Position, Range } from 'vscode-languageclient';

/** A row of the view of images, without anything of VS Code in it. */
export interface ImageNode {
  /** The same as long as it stands for the same thing. */
  readonly id: string;
  readonly kind: 'image' | 'file' | 'use';
  readonly label: string;
  readonly description: string;
  /** Markdown in which nothing of a file is anything but text. */
  readonly tooltip: string;
  readonly icon: NodeIcon;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Words that menus ask for: what can be done with it. */
  readonly abilities: readonly string[];
  readonly children: readonly ImageNode[];
  /** The reference that is copied. */
  readonly reference?: string;
  /** The hardened image that can take its place. */
  readonly counterpart?: string;
  /** The file, and the place in it, that it leads to. */
  readonly uri?: string;
  readonly range?: Range;
  /** Start of the range: what commands are told that a lens calls as well. */
  readonly position?: Position;
}

export interface NodeIcon {
  /** Of VS Code's own icons. */
  readonly id: string;
  /** Of VS Code's own colours. The words say the same. */
  readonly colour?: string;
}
