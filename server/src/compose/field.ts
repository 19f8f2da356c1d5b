import { type Known } from '../text/known';
import { type Span } from '../text/span';
import { type Entry, type ListValue, type MapValue, type ScalarValue, type Value } from './value';

/**
 * One published port, from the short form (`"127.0.0.1:8080:80/tcp"`) or the long one.
 * @see https://docs.docker.com/reference/compose-file/services/#ports
 */
export interface Port {
  readonly form: 'short' | 'long';
  /** Absent where none is written: Docker then listens on every interface. Brackets of IPv6 are taken off. */
  readonly hostIp: Known<string>;
  /** Ports of the host; absent where Docker picks one. */
  readonly published: Known<PortRange>;
  /** Ports of the container. */
  readonly target: Known<PortRange>;
  /** Lower-case; `tcp` where none is written. */
  readonly protocol: Known<string>;
  /** The item of the list. */
  readonly value: Value;
}

/** One port where both ends are the same. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/**
 * One mount, from the short form (`./data:/data:ro`) or the long one.
 * @see https://docs.docker.com/reference/compose-file/services/#volumes
 */
export interface Volume {
  readonly form: 'short' | 'long';
  /** `bind`, `volume`, `tmpfs`, `npipe`, `cluster`, `image`. */
  readonly type: Known<string>;
  /** Path on the host or name of a volume; absent for an anonymous volume. */
  readonly source: Known<string>;
  /** Path in the container. */
  readonly target: Known<string>;
  readonly readOnly: Known<boolean>;
  /** The words after the second colon of the short form: `ro`, `z`, `cached`. */
  readonly modes: readonly string[];
  /** Of the source's text; absent where there is none, or its text does not stand in the file as it is. */
  readonly sourceSpan: Span | undefined;
  /** The item of the list. */
  readonly value: Value;
}

/** `NAME: value`, or `NAME=value` of a list: environment, build arguments, labels. */
export interface Variable {
  readonly name: string;
  readonly nameSpan: Span;
  /** The value with variables filled in. Absent where only the name is written: the shell's value is handed on. */
  readonly value: Known<string>;
  /**
   * What the file alone says of the value: defaults are filled in, what `.env` gives is not and leaves it unknown. For rules
   * about what must not stand in the file.
   */
  readonly literal: Known<string>;
  /** The value as written, quotes removed; `''` where only the name is written. */
  readonly text: string;
  /** Of the value's text, its quotes left out; the whole scalar's where its text does not stand in the file as it is. */
  readonly valueSpan: Span;
  /** The value in a map, the whole `NAME=value` in a list. */
  readonly scalar: ScalarValue;
  readonly form: 'map' | 'list';
}

/** `build`, its short form (a context alone) included. */
export interface BuildConfig {
  /** Absent where none is written; Compose then takes the file's folder when `dockerfile_inline` or others are set. */
  readonly context: ScalarValue | undefined;
  readonly dockerfile: ScalarValue | undefined;
  readonly dockerfileInline: ScalarValue | undefined;
  readonly target: ScalarValue | undefined;
  readonly args: readonly Variable[];
  readonly additionalContexts: readonly Variable[];
  readonly secrets: readonly Reference[];
  /** The entry that counts for any key of the long form. */
  entry(key: string): Entry | undefined;
}

/** `command`, `entrypoint` or the `test` of a healthcheck. */
export interface Command {
  /** `shell`: one string. `exec`: a list. */
  readonly form: 'shell' | 'exec';
  /** The words of the list; the whole string alone in shell form. */
  readonly words: readonly ScalarValue[];
  readonly value: ScalarValue | ListValue;
}

/** The use of something by its name: a network, a secret, a service that is depended on. */
export interface Reference {
  readonly name: Known<string>;
  /** Of the name's text: a scalar with its quotes, or a key. */
  readonly span: Span;
  /** Options of the long form: `condition`, `target`, `mode`. */
  readonly options: MapValue | undefined;
}

/** `extends`. */
export interface Extends {
  readonly service: ScalarValue | undefined;
  /** Path of another Compose file, relative to this one; absent for a service of this file. */
  readonly file: ScalarValue | undefined;
}

export interface Healthcheck {
  readonly test: Command | undefined;
  /**
   * By `disable: true` or the list `[NONE]`. The text `NONE` is a command for the shell, as every text is.
   * @see https://github.com/compose-spec/compose-go/blob/main/types/healthcheck.go
   */
  readonly disabled: boolean;
  readonly entry: Entry;
}

/** One item of `develop.watch`. */
export interface WatchRule {
  /** `sync`, `rebuild`, `restart`, `sync+restart`, `sync+exec`. */
  readonly action: Known<string>;
  readonly path: ScalarValue | undefined;
  readonly target: ScalarValue | undefined;
  readonly ignore: readonly ScalarValue[];
  readonly value: MapValue;
}
