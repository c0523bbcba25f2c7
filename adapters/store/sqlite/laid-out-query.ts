import type Sqlite from "better-sqlite3";
import { driver, is, orm } from "./drizzle.ts";

/*
 * A prepared query of Drizzle's asks at each run what each of its parameters is, and at each row what each of its columns is: that takes
 * longer than a short statement. Here it is asked once, when the query first runs.
 */

type Given = ConstructorParameters<typeof driver.PreparedQuery>;
type Values = Record<string, unknown>;
/** A row as the driver gives it: values in the order of the columns. */
type Row = unknown[];

/** Drizzle's own prepared query, with its encoders, decoders and errors: only faster. */
export class LaidOutQuery extends driver.PreparedQuery {
  readonly #statement: Sqlite.Statement;
  readonly #query: Given[1];
  readonly #fields: Given[6];
  readonly #toResult: Given[9];
  #parameters: readonly Parameter[] | null = null;
  #columns: readonly ResultColumn[] | null | undefined;

  constructor(...given: Given) {
    super(...given);
    this.#statement = given[0];
    this.#query = given[1];
    this.#fields = given[6];
    this.#toResult = given[9];
  }

  override run(values: Values = {}): Sqlite.RunResult {
    return this.#statement.run(this.#bound(values));
  }

  override all(values: Values = {}): unknown {
    const columns = this.#laidOutColumns();
    return columns === null ? super.all(values) : this.values(values).map((row) => resultOf(row, columns));
  }

  override get(values: Values = {}): unknown {
    const columns = this.#laidOutColumns();
    if (columns === null) return super.get(values);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `raw` makes of a row
    const row = this.#statement.raw().get(this.#bound(values)) as Row | undefined;
    return row === undefined ? undefined : resultOf(row, columns);
  }

  override values(values: Values = {}): Row[] {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `raw` makes of rows
    return this.#statement.raw().all(this.#bound(values)) as Row[];
  }

  #bound(values: Values): readonly unknown[] {
    const parameters = (this.#parameters ??= this.#query.params.map(parameterOf));
    return parameters.map(({ name, constant, encode }) => {
      if (name === null) return constant;
      const value = values[name];
      if (value === undefined && !(name in values))
        throw new Error(`No value for placeholder "${name}" was provided`);
      return encode === null ? value : encode(value);
    });
  }

  /** Null: Drizzle makes the results itself. */
  #laidOutColumns(): readonly ResultColumn[] | null {
    if (this.#columns === undefined)
      this.#columns = this.#toResult === undefined ? columnsOf(this.#fields ?? []) : null;
    return this.#columns;
  }
}

interface Parameter {
  /** Null: it is the same at each run. */
  readonly name: string | null;
  readonly constant: unknown;
  readonly encode: ((value: unknown) => unknown) | null;
}

function parameterOf(param: unknown): Parameter {
  if (is(param, orm.Placeholder)) return { name: param.name, constant: null, encode: null };
  if (is(param, orm.Param) && is(param.value, orm.Placeholder)) {
    const { encoder, value } = param;
    return { name: value.name, constant: null, encode: (given) => encoder.mapToDriverValue(given) };
  }
  return { name: null, constant: param, encode: null };
}

interface ResultColumn {
  readonly name: string;
  readonly decode: (value: unknown) => unknown;
}

/** Null: there are none, or results hold others within them (joined tables, each with its own). */
function columnsOf(fields: NonNullable<Given[6]>): readonly ResultColumn[] | null {
  const columns = fields.flatMap(({ path, field }): readonly ResultColumn[] => {
    const [name, ...more] = path;
    const decoder = is(field, orm.Column) ? field : is(field, orm.SQL) ? decoderOf(field) : null;
    if (name === undefined || more.length > 0 || decoder === null) return [];
    return [{ name, decode: (value) => decoder.mapFromDriverValue(value) }];
  });
  return columns.length === 0 || columns.length < fields.length ? null : columns;
}

/** Drizzle's types keep to themselves how an expression's values are read (`mapWith`). */
function decoderOf(field: object): { readonly mapFromDriverValue: (value: unknown) => unknown } | null {
  const decoder: unknown = Reflect.get(field, "decoder");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every expression has one
  return (decoder ?? null) as ReturnType<typeof decoderOf>;
}

function resultOf(row: Row, columns: readonly ResultColumn[]): Values {
  const result: Values = {};
  let at = 0;
  for (const { name, decode } of columns) {
    const value = row[at++];
    result[name] = value === null ? null : decode(value);
  }
  return result;
}
